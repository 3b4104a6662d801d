"""What several commands are asked in the same words."""

import click

REPORTS = ("text", "json", "github", "sarif")
report_option = click.option("--report", type=click.Choice(REPORTS), default="text", help="How findings are told.")
meeting_argument = click.argument("meeting", metavar="MEETING")
