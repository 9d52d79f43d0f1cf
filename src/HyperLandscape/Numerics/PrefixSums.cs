namespace HyperLandscape.Numerics;

/// <summary>Numbers by position whose sum up to any position takes O(log positions), as does a change (Fenwick 1994).</summary>
internal sealed class PrefixSums(int positions)
{
    private readonly long[] tree = new long[positions + 1];

    public void Add(int position, long amount)
    {
        for (int node = position + 1; node < tree.Length; node += node & -node)
            tree[node] += amount;
    }

    /// <summary>The sum over all positions before one.</summary>
    public long Before(int position)
    {
        long sum = 0;
        for (int node = position; node > 0; node -= node & -node)
            sum += tree[node];
        return sum;
    }
}
