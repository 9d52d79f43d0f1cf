namespace HyperLandscape.Spaces;

/// <summary>Different rows of levels in lexicographic order: the configurations of a space that lists them.</summary>
internal sealed class ListedConfigurations
{
    private readonly int dimension;
    private readonly int[] levels;

    /// <param name="levels">Levels, row by row, in any order; a row may occur repeatedly.</param>
    /// <param name="dimension">The number of levels in a row.</param>
    /// <param name="cells">The place of every row given among the different rows.</param>
    public ListedConfigurations(ReadOnlySpan<int> levels, int dimension, out long[] cells)
    {
        this.dimension = dimension;
        int[] given = levels.ToArray();
        int[] order = [.. Enumerable.Range(0, given.Length / dimension)];
        Array.Sort(order, (a, b) => given.AsSpan(a * dimension, dimension).SequenceCompareTo(given.AsSpan(b * dimension, dimension)));
        cells = new long[order.Length];
        this.levels = given.Length == 0 ? [] : new int[given.Length];
        int count = 0;
        foreach (int row in order)
        {
            ReadOnlySpan<int> own = given.AsSpan(row * dimension, dimension);
            if (count == 0 || !own.SequenceEqual(this.levels.AsSpan((count - 1) * dimension, dimension)))
                own.CopyTo(this.levels.AsSpan(count++ * dimension));
            cells[row] = count - 1;
        }

        Array.Resize(ref this.levels, count * dimension);
    }

    public int Count => levels.Length / dimension;

    public ReadOnlySpan<int> this[long cell] => levels.AsSpan((int)cell * dimension, dimension);

    /// <summary>The cell with these levels, or -1. O(log count * dimension).</summary>
    public long Find(ReadOnlySpan<int> wanted)
    {
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int order = this[middle].SequenceCompareTo(wanted);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>
    /// The cell in which a point of the unit cube lies: each hyperparameter in turn takes one of the levels that those before
    /// it leave, which share its range equally. O(dimension * levels * log count).
    /// </summary>
    /// <param name="point">Coordinates as fractions of 2^64.</param>
    public long At(ReadOnlySpan<ulong> point)
    {
        (int low, int high) = (0, Count);
        var starts = new List<int>(); // where each of the levels begins
        for (int h = 0; h < dimension; h++)
        {
            starts.Clear();
            for (int start = low; start < high; start = End(start, high, h))
                starts.Add(start);
            int taken = (int)Math.BigMul(point[h], (ulong)starts.Count, out _);
            low = starts[taken];
            high = taken + 1 < starts.Count ? starts[taken + 1] : high;
        }

        return low;
    }

    /// <summary>Behind the last row from one on, among rows that agree before it, with the same level.</summary>
    private int End(int low, int high, int hyperparameter)
    {
        int level = this[low][hyperparameter];
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = this[middle][hyperparameter] == level ? (middle, high) : (low, middle);
        }

        return high;
    }

    public bool SequenceEqual(ListedConfigurations other) => levels.AsSpan().SequenceEqual(other.levels);
}
