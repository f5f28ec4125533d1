class Solution:
    def countIslands(self, grid: List[List[str]]) -> int:
        # A set of all land; each island is taken out of it as soon as it is found. Squares beyond
        # the edges are simply not in the set.
        land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell == "1"}
        count = 0
        while land:
            count += 1
            to_visit = [land.pop()]
            while to_visit:
                r, c = to_visit.pop()
                for square in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
                    if square in land:
                        land.remove(square)
                        to_visit.append(square)
        return count
