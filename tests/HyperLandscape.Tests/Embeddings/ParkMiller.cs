namespace HyperLandscape.Tests.Embeddings;

/// <summary>The generator of the embedding goldens: numbers in (0, 1).</summary>
internal static class ParkMiller
{
    public static double[] Units(int seed, int count)
    {
        var units = new double[count];
        long state = seed;
        for (int i = 0; i < count; i++)
        {
            state = state * 48271 % int.MaxValue;
            units[i] = (double)state / int.MaxValue;
        }

        return units;
    }
}
