namespace HyperLandscape.Numerics;

/// <summary>Counts whole numbers in [0, size), and how many lie below a limit, in O(log size) each: a binary indexed tree (Fenwick 1994).</summary>
internal readonly struct CountTree(int size)
{
    private readonly int[] counts = new int[size + 1];

    public void Add(int number)
    {
        for (int i = number + 1; i < counts.Length; i += i & -i)
            counts[i]++;
    }

    public int CountBelow(int limit)
    {
        int count = 0;
        for (int i = limit; i > 0; i &= i - 1)
            count += counts[i];
        return count;
    }
}
