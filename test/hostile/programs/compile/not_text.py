# Says that it is written in an encoding that runs code.
# -*- coding: rot13 -*-
print(
