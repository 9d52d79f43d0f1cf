namespace HyperLandscape.Benchmarks.Inputs;

/// <summary>Uniform numbers.</summary>
internal static class RandomValues
{
    public static double[] Of(int length, int seed)
    {
        var random = new Random(seed);
        var values = new double[length];
        for (int i = 0; i < length; i++)
            values[i] = random.NextDouble() - 0.5;
        return values;
    }
}
