using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class SelectionTests
{
    [Fact]
    public void Every_position_of_every_small_length_agrees_with_sorting()
    {
        for (int length = 1; length <= 64; length++)
        {
            double[] values = Extremes.Of(length, length);
            for (int k = 1; k <= length; k++)
                Assert.True(ReferenceNumerics.Smallest(values, k) == Selection.Smallest(values, k), $"{k} of {length}");
        }
    }

    [Fact]
    public void Some_positions_of_every_length_agree_with_sorting()
    {
        for (int length = 1; length <= 256; length++)
        {
            double[] values = Extremes.Of(length, -length);
            foreach (int k in new[] { 1, (length + 9) / 10, (length + 1) / 2, length })
                Assert.True(ReferenceNumerics.Smallest(values, k) == Selection.Smallest(values, k), $"{k} of {length}");
        }
    }

    [Fact]
    public void The_values_are_left_alone()
    {
        double[] values = [3, 1, 2];
        Assert.Equal(2, Selection.Smallest(values, 2));
        Assert.Equal([3, 1, 2], values);
    }
}
