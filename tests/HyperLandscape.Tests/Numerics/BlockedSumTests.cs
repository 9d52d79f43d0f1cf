using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class BlockedSumTests
{
    private const int Block = 65_536;

    [Fact]
    public void Every_length_agrees_with_an_exact_sum()
    {
        for (int length = 0; length <= 256; length++)
            RequireNear(Extremes.Tame(length, length));
    }

    [Theory]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    [InlineData((3 * Block) + 17)]
    public void Ends_of_blocks_are_counted_once(int length)
    {
        RequireNear(Extremes.Tame(length, 1));
        Assert.Equal(length / 4.0, BlockedSum.Of(Enumerable.Repeat(0.25, length).ToArray()));
    }

    /// <summary>The terms cancel, so the error is measured against the sum of their sizes.</summary>
    private static void RequireNear(double[] values)
    {
        double expected = CompensatedSum.Of(values);
        double size = CompensatedSum.Of(values.Select(Math.Abs));
        Assert.True(Math.Abs(expected - BlockedSum.Of(values)) <= 1e-14 * size, $"length {values.Length}");
    }
}
