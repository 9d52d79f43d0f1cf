using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Metrics;

public sealed class EffectKernelTests
{
    [Fact]
    public void Effects_are_summed_for_every_number_of_planes()
    {
        Agree<Off, Off>(effect => effect, [0, 1, 0.25, -3, 0.1, 1e-300, 1e16]);
        Agree<Off, On>(effect => effect, [0, 1, 0.25, -3, 0.1, 1e-300, 1e16, double.NaN]);
        Agree<On, Off>(effect => Math.Sign(effect), [0, -0.0, 1, -3, 0.1, double.Epsilon, -double.Epsilon, double.MaxValue, -double.MaxValue]);
        Agree<On, On>(effect => Math.Sign(effect), [0, -0.0, 1, -3, 0.1, double.Epsilon, double.MaxValue, -double.MaxValue, double.NaN]);
    }

    /// <summary>Sums over all pairs of effects, pair by pair, of up to four levels and up to 256 planes.</summary>
    private static void Agree<TSigns, THoles>(Func<double, double> ofEffect, double[] values)
        where TSigns : struct, IFlag
        where THoles : struct, IFlag
    {
        var random = new Random(1);
        for (int length = 0; length <= 256; length++)
        {
            int count = 1 + (length % 4);
            int step = length + (length % 3);
            double[] low = [.. Enumerable.Range(0, count * step).Select(_ => values[random.Next(values.Length)])];
            double[] high = [.. Enumerable.Range(0, count * step).Select(_ => values[random.Next(values.Length)])];
            var products = default(CompensatedSum);
            var squares = default(CompensatedSum);
            for (int i = 0; i < length; i++)
            {
                double[] effects = [.. Enumerable.Range(0, count).Select(k => high[(k * step) + i] - low[(k * step) + i]).Where(effect => !double.IsNaN(effect)).Select(ofEffect)];
                for (int one = 0; one < effects.Length; one++)
                {
                    for (int other = one + 1; other < effects.Length; other++)
                    {
                        products.Add(effects[one] * effects[other]);
                        squares.Add(((effects[one] * effects[one]) + (effects[other] * effects[other])) / 2);
                    }
                }
            }

            var kernel = default(EffectKernel<TSigns, THoles>);
            kernel.Add(low, high, step, count, length);
            (double actualProducts, double actualSquares) = kernel.Sums();
            Assert.Equal(squares.Value, actualSquares, 1e-12 * squares.Value);
            Assert.Equal(products.Value, actualProducts, 1e-12 * squares.Value); // its terms cancel, up to the squares
        }
    }
}
