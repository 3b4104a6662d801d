from communique.diagnostics.codes import every_code

PHASES = "1234567"


def test_no_two_findings_share_a_number_or_a_name():
    codes = every_code()
    for attribute in ("number", "name"):
        values = [getattr(code, attribute) for code in codes]
        assert sorted(set(values)) == sorted(values)


def test_numbers_are_cq_a_phase_and_two_digits_in_order():
    numbers = [code.number for code in every_code()]
    assert numbers == sorted(numbers)
    for number in numbers:
        assert number[:2] == "CQ", number
        assert number[2] in PHASES, number
        assert number[3:].isdigit(), number
        assert len(number) == 5, number


def test_every_finding_has_a_manual_page():
    for code in every_code():
        assert code.what.endswith("."), code.number
        assert code.why, code.number
        assert bool(code.wrong) == bool(code.right), f"{code.number}: an example needs both sides"


def test_names_are_words_with_hyphens():
    for code in every_code():
        assert code.name.replace("-", "").isalnum(), code.number
        assert code.name == code.name.lower(), code.number
