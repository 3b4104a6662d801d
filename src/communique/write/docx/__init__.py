"""The Word file: the HTML tree written with native styles, lists, notes and fields."""
