namespace HyperLandscape.Networks;

/// <summary>Counts moves from one node by their targets; room for every target, time for those that occur only.</summary>
internal sealed class RowCounter(int nodes)
{
    private readonly long[] counts = new long[nodes];
    private readonly List<int> targets = [];

    public void Add(int target, long count)
    {
        if (counts[target] == 0)
            targets.Add(target);
        counts[target] += count;
    }

    /// <summary>Passes the counts on by ascending target and starts again from nothing.</summary>
    public void Drain(Action<int, long> receive)
    {
        targets.Sort();
        foreach (int target in targets)
        {
            receive(target, counts[target]);
            counts[target] = 0;
        }

        targets.Clear();
    }
}
