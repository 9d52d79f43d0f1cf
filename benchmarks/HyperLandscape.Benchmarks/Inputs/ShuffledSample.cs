namespace HyperLandscape.Benchmarks.Inputs;

/// <summary>A random 60 % of all cells, in random order, with their fitness.</summary>
internal sealed record ShuffledSample(long[] Cells, double[] Fitness)
{
    public static ShuffledSample Of(double[] fitness)
    {
        int[] cells = [.. Enumerable.Range(0, fitness.Length)];
        new Random(1).Shuffle(cells);
        int[] kept = cells[..(int)(0.6 * cells.Length)];
        return new ShuffledSample([.. kept.Select(cell => (long)cell)], [.. kept.Select(cell => fitness[cell])]);
    }
}
