using System.Numerics;

namespace HyperLandscape.Plotting;

/// <summary>
/// Points in the plane whose distances are close to given ones: least stress, the sum of ((|a - b| - d) / d)^2 over all
/// pairs, by stochastic gradient descent from a spiral. Always the same result. O(n^2) per step.
/// </summary>
/// <remarks>Source: Zheng, Pawar and Goodman (2019), "Graph drawing by stochastic gradient descent".</remarks>
internal static class StressLayout
{
    private const int Steps = 60;
    private const double LastRate = 0.02;
    private const float GoldenAngle = 2.3999632f;

    /// <summary>Places points.</summary>
    /// <param name="count">Number of points.</param>
    /// <param name="distance">The distance of two points, positive and the same both ways.</param>
    public static Vector2[] Of(int count, Func<int, int, float> distance)
    {
        var pairs = new (int A, int B, float Distance)[count * (count - 1) / 2];
        int next = 0;
        for (int a = 0; a < count; a++)
        {
            for (int b = a + 1; b < count; b++)
                pairs[next++] = (a, b, distance(a, b));
        }

        if (pairs.Length == 0)
            return new Vector2[count];
        float most = pairs.Max(pair => pair.Distance);
        Vector2[] places = [.. Enumerable.Range(0, count).Select(i => Spiral(i, most / (2 * MathF.Sqrt(count))))];
        double first = (double)most * most;
        double last = LastRate * Math.Pow(pairs.Min(pair => pair.Distance), 2);
        var random = new Random(0);
        for (int step = 0; step < Steps; step++)
        {
            double rate = first * Math.Pow(last / first, step / (Steps - 1.0));
            random.Shuffle(pairs);
            foreach ((int a, int b, float wanted) in pairs)
                Pull(places, a, b, wanted, (float)Math.Min(1, rate / ((double)wanted * wanted)));
        }

        return places;
    }

    /// <summary>Moves circles apart, each pair by the same amount, until none overlap or they no longer yield.</summary>
    public static void Separate(Vector2[] centers, IReadOnlyList<float> radii, float gap)
    {
        bool moved = true;
        for (int step = 0; moved && step < 300; step++)
        {
            moved = false;
            for (int a = 0; a < centers.Length; a++)
            {
                for (int b = a + 1; b < centers.Length; b++)
                {
                    float wanted = radii[a] + radii[b] + gap;
                    if (Vector2.DistanceSquared(centers[a], centers[b]) >= wanted * wanted * 0.9999f)
                        continue;
                    Pull(centers, a, b, wanted, 1);
                    moved = true;
                }
            }
        }
    }

    private static void Pull(Vector2[] places, int a, int b, float wanted, float share)
    {
        Vector2 between = places[a] - places[b];
        float length = between.Length();
        Vector2 direction = length > 0 ? between / length : Vector2.Normalize(Spiral(a + b, 1));
        Vector2 step = direction * (share * (wanted - length) / 2);
        places[a] += step;
        places[b] -= step;
    }

    private static Vector2 Spiral(int index, float spacing)
    {
        (float sin, float cos) = MathF.SinCos(index * GoldenAngle);
        return new Vector2(cos, sin) * (spacing * MathF.Sqrt(index + 1));
    }
}
