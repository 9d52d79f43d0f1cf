using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks.Plain;

/// <summary>
/// The paper's six metrics as one writes them down in plain C#: jagged neighbours and one loop per metric. A minimized
/// landscape without exact ties of neighbours, all of which have neighbours.
/// </summary>
internal sealed class PlainLandscape(SearchSpace space, long[] cells, double[] fitness)
{
    private readonly int[][] neighbors = PlainGraph.Neighbors(space, cells);
    private readonly double mean = fitness.Average();

    /// <summary>The values in the order of <see cref="Metrics.Metric.Paper"/>.</summary>
    public double[] Profile()
    {
        int[] basinSizes = BasinSizes();
        return
        [
            FitnessAssortativity(),
            Autocorrelation(),
            MeanNeutrality(0.001),
            NeutralityDistanceCorrelation(0.001),
            basinSizes.Length,
            basinSizes.Average(),
        ];
    }

    private double FitnessAssortativity()
    {
        var sums = new PlainSums(mean, mean);
        for (int vertex = 0; vertex < fitness.Length; vertex++)
        {
            foreach (int other in neighbors[vertex])
            {
                if (fitness[other] < fitness[vertex])
                    sums.Add(fitness[vertex], fitness[other]);
            }
        }

        return sums.Correlation();
    }

    private double Autocorrelation()
    {
        var sums = new PlainSums(mean, mean);
        for (int vertex = 0; vertex < fitness.Length; vertex++)
        {
            foreach (int other in neighbors[vertex])
                sums.Add(fitness[vertex], fitness[other]);
        }

        return sums.Correlation();
    }

    private double MeanNeutrality(double tolerance)
    {
        double sum = 0;
        for (int vertex = 0; vertex < fitness.Length; vertex++)
            sum += Neutrality(vertex, tolerance);
        return sum / fitness.Length;
    }

    private double NeutralityDistanceCorrelation(double tolerance)
    {
        long best = cells[Array.IndexOf(fitness, fitness.Min())];
        var distances = new double[fitness.Length];
        var neutralities = new double[fitness.Length];
        for (int vertex = 0; vertex < fitness.Length; vertex++)
        {
            distances[vertex] = space.Distance(cells[vertex], best);
            neutralities[vertex] = Neutrality(vertex, tolerance);
        }

        var sums = new PlainSums(distances.Average(), neutralities.Average());
        for (int vertex = 0; vertex < fitness.Length; vertex++)
            sums.Add(distances[vertex], neutralities[vertex]);
        return -sums.Correlation();
    }

    private double Neutrality(int vertex, double tolerance)
    {
        int neutral = 0;
        foreach (int other in neighbors[vertex])
        {
            if (Math.Abs(fitness[vertex] - fitness[other]) <= tolerance)
                neutral++;
        }

        return (double)neutral / neighbors[vertex].Length;
    }

    /// <summary>Every climb is followed to its end, or until a vertex whose end is known.</summary>
    private int[] BasinSizes()
    {
        var ends = new int[fitness.Length];
        Array.Fill(ends, -1);
        var sizes = new Dictionary<int, int>();
        var path = new List<int>();
        for (int start = 0; start < fitness.Length; start++)
        {
            path.Clear();
            int vertex = start;
            while (ends[vertex] < 0)
            {
                path.Add(vertex);
                int next = BestNeighbor(vertex);
                if (next == vertex)
                    ends[vertex] = vertex;
                vertex = next;
            }

            foreach (int passed in path)
                ends[passed] = ends[vertex];
            sizes[ends[vertex]] = sizes.GetValueOrDefault(ends[vertex]) + 1;
        }

        return [.. sizes.Values];
    }

    private int BestNeighbor(int vertex)
    {
        int best = vertex;
        foreach (int other in neighbors[vertex])
        {
            if (fitness[other] < fitness[best])
                best = other;
        }

        return best;
    }
}
