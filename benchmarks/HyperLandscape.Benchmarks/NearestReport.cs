using System.Globalization;
using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// Requires that the graph of the nearest neighbours of 10^5 points is that of brute force: all distances, from their
/// definition. Values are multiples of 2^-20, so squares and their sums are exact in any order, and ties are ties. A Markdown table.
/// </summary>
internal static class NearestReport
{
    private const int Points = 100_000;
    private const int Block = 2_048;
    private const int Steps = 1 << 20;

    public static void Print()
    {
        Console.WriteLine("| 100,000 points | edges | against brute force |\n|---|--:|---|");
        Check("3 continuous", [.. Continuous(3)]);
        Check("10 continuous", [.. Continuous(10)]);
        Check("3 mixed", [.. Continuous(1), Hyperparameter.Categorical("c5", "a", "b", "c", "d", "e"), Ordinal("of33", 32)]);
        Check("10 mixed", [.. Continuous(5), Ordinal("of33", 32), Ordinal("of5", 4).WithInactive(), Hyperparameter.Boolean("b"), Hyperparameter.Categorical("c5", "a", "b", "c", "d", "e"), Hyperparameter.Categorical("c3", "a", "b", "c")]);
    }

    private static void Check(string name, Hyperparameter[] hyperparameters)
    {
        SearchSpace space = SearchSpace.Listed(hyperparameters, Rows(hyperparameters));
        int neighbors = new NearestNeighborhood().Neighbors;
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(space, new NearestNeighborhood());
        var expected = new List<int>[Points];
        for (int point = 0; point < Points; point++)
            expected[point] = [];
        int[][] nearest = Nearest(space, neighbors);
        for (int point = 0; point < Points; point++)
        {
            foreach (int other in nearest[point])
            {
                expected[point].Add(other);
                expected[other].Add(point);
            }
        }

        var buffer = new int[graph.MaxDegree];
        for (int point = 0; point < Points; point++)
            Agreement.RequireEqual($"Neighbors of {name}", [.. expected[point].Distinct().Order()], [.. graph.Neighbors(point, buffer).ToArray().Order()]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {graph.EdgeCount:N0} | equal |"));
    }

    private static IEnumerable<Hyperparameter> Continuous(int count) => Enumerable.Range(0, count).Select(h => Ordinal($"x{h}", Steps));

    private static Hyperparameter Ordinal(string name, int steps) => Hyperparameter.Ordinal(name, [.. Enumerable.Range(0, steps + 1).Select(step => step / (double)steps)]);

    /// <summary>Different points at random.</summary>
    private static int[] Rows(Hyperparameter[] hyperparameters)
    {
        var random = new RandomStream(1, hyperparameters.Length);
        var rows = new List<int>(Points * hyperparameters.Length);
        var seen = new HashSet<string>();
        while (seen.Count < Points)
        {
            var row = new int[hyperparameters.Length];
            for (int h = 0; h < row.Length; h++)
                row[h] = random.Next(hyperparameters[h].LevelCount);
            if (seen.Add(string.Join(',', row)))
                rows.AddRange(row);
        }

        return [.. rows];
    }

    /// <summary>The nearest of every point, of equally near ones the first.</summary>
    private static int[][] Nearest(SearchSpace space, int neighbors)
    {
        int[][] levels = [.. Enumerable.Range(0, space.Dimension).Select(h => Enumerable.Range(0, Points).Select(point => space.Level(point, h)).ToArray())];
        bool[] isNumber = [.. space.Hyperparameters.ToArray().Select(h => h.Kind == HyperparameterKind.Ordinal && h.InactiveLevel < 0)];
        double[][] values = [.. levels.Select((column, h) => column.Select(level => space.Hyperparameters[h].Kind == HyperparameterKind.Ordinal ? space.Hyperparameters[h].Values[level] : level).ToArray())];
        var nearest = new int[Points][];
        Workers.For(Points, point =>
        {
            double[] differences = new double[Block];
            double[] squares = new double[Block];
            var best = new (double Square, int Point)[neighbors + 1]; // the last makes room
            int found = 0;
            for (int start = 0; start < Points; start += Block)
            {
                int length = Math.Min(Block, Points - start);
                Span<double> sum = squares.AsSpan(0, length);
                sum.Clear();
                for (int h = 0; h < values.Length; h++)
                {
                    if (isNumber[h])
                    {
                        TensorPrimitives.Subtract(values[h].AsSpan(start, length), values[h][point], differences);
                        TensorPrimitives.MultiplyAdd(differences.AsSpan(0, length), differences.AsSpan(0, length), sum, sum);
                    }
                    else
                    {
                        AddSquares(SquaresOf(space.Hyperparameters[h], levels[h][point]), levels[h].AsSpan(start, length), sum);
                    }
                }

                for (int i = 0; i < length; i++)
                {
                    if ((found == neighbors && sum[i] >= best[neighbors - 1].Square) || start + i == point)
                        continue;
                    int place = found;
                    for (; place > 0 && best[place - 1].Square > sum[i]; place--)
                        best[place] = best[place - 1];
                    best[place] = (sum[i], start + i);
                    found = Math.Min(found + 1, neighbors);
                }
            }

            nearest[point] = [.. best.Take(neighbors).Select(pair => pair.Point)];
        });
        return nearest;
    }

    /// <summary>Squared differences of a level to every other: 1 where values are no numbers or one is inactive.</summary>
    private static double[] SquaresOf(Hyperparameter hyperparameter, int level) =>
    [
        .. Enumerable.Range(0, hyperparameter.LevelCount).Select(other =>
        {
            if (other == level)
                return 0;
            bool numbers = hyperparameter.Kind == HyperparameterKind.Ordinal && hyperparameter.InactiveLevel != level && hyperparameter.InactiveLevel != other;
            double difference = numbers ? hyperparameter.Values[other] - hyperparameter.Values[level] : 1;
            return difference * difference;
        }),
    ];

    private static void AddSquares(double[] squares, ReadOnlySpan<int> levels, Span<double> sum)
    {
        for (int i = 0; i < levels.Length; i++)
            sum[i] += squares[levels[i]];
    }
}
