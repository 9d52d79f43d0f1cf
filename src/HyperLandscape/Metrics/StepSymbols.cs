using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>The steps of walks as symbols: 0 = fall, 1 = neutral, 2 = rise. More and more of them become neutral.</summary>
internal sealed class StepSymbols
{
    private const int Neutral = 1;
    private const int Symbols = 3;

    private readonly double[] sizes; // |difference| per step, walk after walk
    private readonly byte[] symbols;
    private readonly bool[] continues; // whether the step before is on the same walk
    private readonly long[] pairs = new long[Symbols * Symbols];

    public StepSymbols(IReadOnlyList<double[]> walks)
    {
        int count = walks.Sum(walk => Math.Max(0, walk.Length - 1));
        sizes = new double[count];
        symbols = new byte[count];
        continues = new bool[count];
        int step = 0;
        foreach (double[] walk in walks)
        {
            for (int i = 1; i < walk.Length; i++, step++)
            {
                double difference = walk[i] - walk[i - 1];
                sizes[step] = Math.Abs(difference);
                symbols[step] = (byte)(Neutral + Math.Sign(difference));
                continues[step] = i > 1;
                if (i > 1)
                    pairs[Pair(step)]++;
            }
        }

        PairCount = pairs.Sum();
    }

    /// <summary>Number of two steps in a row.</summary>
    public long PairCount { get; }

    /// <summary>Makes all steps of the least size that is left neutral, then those of the next, and yields each size after it is done.</summary>
    public IEnumerable<double> Neutralize()
    {
        var order = new int[sizes.Length];
        RadixSort.SortedOrder(sizes, order);
        for (int i = 0; i < order.Length; i++)
        {
            int step = order[i];
            if (symbols[step] == Neutral)
                continue;
            Count(step, -1);
            symbols[step] = Neutral;
            Count(step, 1);
            if (i + 1 == order.Length || sizes[order[i + 1]] != sizes[step])
                yield return sizes[step];
        }
    }

    /// <summary>Entropy of the pairs of different symbols, to base 6, the number of such pairs.</summary>
    public double Entropy()
    {
        double entropy = 0;
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            double share = (double)pairs[pair] / PairCount;
            if (pair / Symbols != pair % Symbols && share > 0)
                entropy -= share * Math.Log(share);
        }

        return entropy / Math.Log(6);
    }

    /// <summary>The share of the steps that are left without neutral ones and repetitions.</summary>
    public double PartialInformation()
    {
        long left = 0;
        int last = Neutral;
        for (int step = 0; step < symbols.Length; step++)
        {
            if (!continues[step])
                last = Neutral;
            if (symbols[step] == Neutral || symbols[step] == last)
                continue;
            last = symbols[step];
            left++;
        }

        return (double)left / symbols.Length;
    }

    private int Pair(int step) => (symbols[step - 1] * Symbols) + symbols[step];

    /// <summary>Counts the pairs that a step is in.</summary>
    private void Count(int step, int sign)
    {
        if (continues[step])
            pairs[Pair(step)] += sign;
        if (step + 1 < symbols.Length && continues[step + 1])
            pairs[Pair(step + 1)] += sign;
    }
}
