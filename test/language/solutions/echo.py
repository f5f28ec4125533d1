class Echo:
    def __init__(self, base: int, name: str):
        self.base = base

    def nothing(self) -> None:
        pass

    def sum(self, a, b, c):
        return self.base + a + b + c

    def integer(self, v):
        return v

    def wide(self, v):
        return v

    def real(self, v):
        return v

    def text(self, v):
        return v

    def flag(self, v):
        return v

    def letter(self, v):
        return v

    def integers(self, v):
        return v

    def grid(self, v):
        return v

    def cube(self, v):
        return v

    def longs(self, v):
        return v

    def doubles(self, v):
        return v

    def texts(self, v):
        return v

    def textGrid(self, v):
        return v

    def flags(self, v):
        return v

    def letters(self, v):
        return v

    def board(self, v):
        return v

    def chain(self, v):
        return v

    def chains(self, v):
        return v

    def tree(self, v):
        return v

    def trees(self, v):
        return v
