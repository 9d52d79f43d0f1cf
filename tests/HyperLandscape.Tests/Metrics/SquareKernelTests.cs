using HyperLandscape.Metrics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Metrics;

public sealed class SquareKernelTests
{
    /// <summary>Ties, differences of about the tolerance, both zeros, the smallest and the largest numbers, whose differences overflow; NaN = missing.</summary>
    private static readonly double[] Corners = [0, -0.0, 0.25, -0.25, 0.5, 0.1 + 0.2, 0.3, 1, 3, double.Epsilon, -double.Epsilon, 1e-310, 1e16, 1e16 + 2, double.MaxValue, -double.MaxValue, double.NaN];

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(1e300)]
    public void Every_square_is_counted_for_every_number_of_them(double tolerance)
    {
        var random = new Random(1);
        for (int length = 0; length <= 256; length++)
        {
            // Few different corners in every third case, no extremes in every other.
            int kinds = length % 3 == 0 ? 5 : length % 2 == 0 ? 9 : Corners.Length;
            double[][] corners = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, length).Select(_ => Corners[random.Next(kinds)]).ToArray())];
            var expected = new long[8];
            for (int i = 0; i < length; i++)
            {
                double[] around = [-corners[0][i], -corners[1][i], -corners[3][i], -corners[2][i]];
                if (!around.Any(double.IsNaN))
                    ReferenceInteractions.Count(expected, around, tolerance);
            }

            var kernel = default(SquareKernel);
            kernel.Add(corners[0].AsSpan(0, length / 3), corners[1], corners[2], corners[3], tolerance);
            kernel.Add(corners[0].AsSpan(length / 3), corners[1].AsSpan(length / 3), corners[2].AsSpan(length / 3), corners[3].AsSpan(length / 3), tolerance);
            SquareCounts actual = kernel.Counts();
            Assert.Equal(expected, (long[])
            [
                actual.Squares, actual.Neutral, actual.Squares - actual.Neutral - actual.Sign - actual.ReciprocalSign, actual.Sign, actual.ReciprocalSign,
                actual.Positive, actual.Squares - actual.Neutral - actual.Positive - actual.Additive, actual.Additive,
            ]);
        }
    }
}
