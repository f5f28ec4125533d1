def main():
    # strip() removes the line end, and with it the spaces that belong to the text.
    lines = [input().strip() for _ in range(int(input()))]
    width = max(map(len, lines))
    edge = "+" + "-" * (width + 2) + "+"
    print(edge)
    for line in lines:
        print("| " + line.ljust(width) + " |")
    print(edge)


main()
