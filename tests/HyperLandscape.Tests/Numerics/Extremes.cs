namespace HyperLandscape.Tests.Numerics;

/// <summary>Arrays of every length with awkward values planted among ordinary ones.</summary>
internal static class Extremes
{
    private static readonly double[] Planted = [0.0, -0.0, double.Epsilon, -double.Epsilon, 1e-310, double.MaxValue / 2, -double.MaxValue / 2, 1, 1, -1, Math.BitIncrement(1.0), 1e-300];

    /// <summary>Numbers of some length: ordinary ones of both signs, repeated ones, and extremes at random places; never NaN.</summary>
    public static double[] Of(int length, int seed)
    {
        var random = new Random(seed);
        var values = new double[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = random.Next(4) switch
            {
                0 => Planted[random.Next(Planted.Length)],
                1 => random.Next(-3, 4) / 4.0,
                _ => random.NextDouble() - 0.5,
            };
        }

        return values;
    }

    /// <summary>Numbers of some length and similar size, ties and signed zeros included, whose sums and squares do not overflow.</summary>
    public static double[] Tame(int length, int seed) => [.. Of(length, seed).Select(value => Math.Abs(value) > 2 ? value / double.MaxValue : value)];
}
