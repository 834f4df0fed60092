"""The areas of work (工作领域): one folder an area, and in it one small app for each procedure or register."""
