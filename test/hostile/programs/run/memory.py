# Makes a list for ever.
def attack():
    kept = []
    while True:
        kept.append(bytearray(1 << 20))
