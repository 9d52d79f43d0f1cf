# Points of the unscrambled Sobol sequence from SciPy 1.10.1, as integers of 30 bits: number of the point, then 21 coordinates.
from scipy.stats import qmc

sequence = qmc.Sobol(21, scramble=False)
start = 0
with open("sobol.csv", "w") as out:
    out.write("point," + ",".join(f"x{i + 1}" for i in range(21)) + "\n")
    for first, count in ((0, 16), (1000, 8), (65530, 8), (1048570, 8)):
        if first > start:
            sequence.fast_forward(first - start)
        for i, row in enumerate(sequence.random(count)):
            out.write(f"{first + i}," + ",".join(str(int(x * 2**30)) for x in row) + "\n")
        start = first + count
