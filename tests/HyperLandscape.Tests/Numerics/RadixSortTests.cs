using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class RadixSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(2_047)]
    [InlineData(2_048)]
    [InlineData(1L << 40)]
    [InlineData(long.MaxValue)]
    public void Keys_are_sorted_at_every_length(long largest)
    {
        for (int length = 0; length <= 256; length++)
        {
            long[] keys = Keys(length, largest);
            long[] expected = [.. keys];
            Array.Sort(expected);
            RadixSort.Sort(keys, largest);
            Assert.Equal(expected, keys);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(2_048)]
    [InlineData(long.MaxValue)]
    public void Items_move_along_and_equal_keys_keep_their_order(long largest)
    {
        for (int length = 0; length <= 256; length++)
        {
            long[] keys = Keys(length, largest);
            int[] items = [.. Enumerable.Range(0, length)];
            int[] expected = [.. items.OrderBy(item => keys[item])]; // stable
            RadixSort.Sort(keys.AsSpan(), items, largest);
            Assert.Equal(expected, items);
        }
    }

    [Fact]
    public void The_order_of_values_agrees_with_a_stable_sort_at_every_length()
    {
        for (int length = 0; length <= 256; length++)
        {
            double[] values = Extremes.Of(length, length);
            var order = new int[length];
            RadixSort.SortedOrder(values, order);
            Assert.Equal(ReferenceNumerics.SortedOrder(values), order);
        }
    }

    [Theory]
    [InlineData(4_096)]
    [InlineData(4_097)] // longer digits from here on
    [InlineData(10_000)]
    [InlineData(131_072)]
    [InlineData(131_073)] // a digit more from here on
    public void Longer_orders_equal_the_stable_sort(int length)
    {
        double[] values = [.. Extremes.Of(length, length).Select((value, i) => i % 3 == 0 ? i % 7 : value)];
        var order = new int[length];
        RadixSort.SortedOrder(values, order);
        Assert.Equal(ReferenceNumerics.SortedOrder(values), order);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(5_000)]
    [InlineData(140_000)]
    public void Values_that_differ_in_their_last_digits_only_are_in_order_beside_a_diverged_one(int length)
    {
        var random = new Random(length);
        double[] values = [.. Enumerable.Range(0, length).Select(_ => 1 + (random.Next(length) * double.Epsilon * Math.Pow(2, 1022)))];
        values[length / 2] = -1e300;
        values[length / 3] = 1e300;
        var order = new int[length];
        RadixSort.SortedOrder(values, order);
        Assert.Equal(ReferenceNumerics.SortedOrder(values), order);
    }

    [Fact]
    public void Infinities_are_at_the_ends_and_zeros_tie()
    {
        var order = new int[5];
        RadixSort.SortedOrder([double.PositiveInfinity, 0.0, -0.0, double.NegativeInfinity, -double.Epsilon], order);
        Assert.Equal([3, 4, 1, 2, 0], order);
    }

    private static long[] Keys(int length, long largest)
    {
        var random = new Random(length);
        long[] keys = [.. Enumerable.Range(0, length).Select(i => random.Next(3) switch
        {
            0 => largest,
            1 => Math.Min(largest, random.Next(4)),
            _ => largest == long.MaxValue ? random.NextInt64() : random.NextInt64(largest + 1),
        })];
        return keys;
    }
}
