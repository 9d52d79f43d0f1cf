namespace HyperLandscape.Benchmarks.Inputs;

/// <summary>Uniform numbers, all different: a seeded Random alone has 2^31 of them.</summary>
internal static class RandomValues
{
    public static double[] Of(int length, int seed)
    {
        var random = new Random(seed);
        var values = new double[length];
        for (int i = 0; i < length; i++)
            values[i] = random.NextDouble() - 0.5 + (1e-9 * random.NextDouble());
        return values;
    }
}
