using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Reference;

/// <summary>The catalogue beyond the paper's six metrics, from their definitions, plain loops.</summary>
public static class ReferenceCatalogue
{
    /// <summary>Mean |difference| over neighbour pairs, in population standard deviations.</summary>
    public static double GradientIntensity(ReferenceLandscape landscape)
    {
        double[] differences = [.. Pairs(landscape).Select(pair => Math.Abs(landscape.Loss[pair.Low] - landscape.Loss[pair.High]))];
        return differences.Length > 0 && ReferenceStatistics.Varies(landscape.Fitness) ? ReferenceStatistics.Mean(differences) / Math.Sqrt(ReferenceStatistics.Variance(landscape.Fitness)) : double.NaN;
    }

    public static double NeutralPairRatio(ReferenceLandscape landscape, double tolerance) =>
        landscape.EdgeCount == 0 ? double.NaN : (double)landscape.NeutralPairCount(tolerance) / landscape.EdgeCount;

    public static double LargestPlateauShare(ReferenceLandscape landscape) =>
        landscape.PlateauCount == 0 ? 0 : (double)landscape.Plateaus.Where(plateau => plateau >= 0).GroupBy(plateau => plateau).Max(members => members.Count()) / landscape.Count;

    /// <summary>
    /// One column per level that occurs, scaled to norm 1, and the pseudoinverse: of all least squares the one with the
    /// least effects, weighted by how often their levels occur.
    /// </summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="levels">The level of a vertex of a hyperparameter.</param>
    /// <param name="areNeighbors">Whether two levels of a hyperparameter are neighbours.</param>
    /// <param name="dimension">Number of hyperparameters.</param>
    public static double RoughnessToSlopeRatio(ReferenceLandscape landscape, Func<int, int, int> levels, Func<int, int, int, bool> areNeighbors, int dimension)
    {
        var columns = new List<(int Axis, int Level, double Norm)>();
        for (int h = 0; h < dimension; h++)
        {
            foreach (IGrouping<int, int> level in Enumerable.Range(0, landscape.Count).GroupBy(vertex => levels(vertex, h)).OrderBy(group => group.Key))
                columns.Add((h, level.Key, Math.Sqrt(level.Count())));
        }

        double mean = ReferenceStatistics.Mean([.. landscape.Loss]);
        Vector<double> values = Vector<double>.Build.Dense(landscape.Count, vertex => landscape.Loss[vertex] - mean);
        Matrix<double> design = Matrix<double>.Build.Dense(landscape.Count, columns.Count, (vertex, c) => levels(vertex, columns[c].Axis) == columns[c].Level ? 1 / columns[c].Norm : 0);
        MathNet.Numerics.LinearAlgebra.Factorization.Evd<double> spectrum = design.TransposeThisAndMultiply(design).Evd(Symmetricity.Symmetric);
        Vector<double> inverse = spectrum.EigenValues.Map(value => value.Real > 1e-9 ? 1 / value.Real : 0);
        Vector<double> scaled = spectrum.EigenVectors * inverse.PointwiseMultiply(spectrum.EigenVectors.TransposeThisAndMultiply(design.TransposeThisAndMultiply(values)));
        double roughness = (values - (design * scaled)).L2Norm() / Math.Sqrt(landscape.Count);

        var slopes = new List<double>();
        for (int h = 0; h < dimension; h++)
        {
            var differences = new List<double>();
            for (int a = 0; a < columns.Count; a++)
            {
                for (int b = a + 1; b < columns.Count; b++)
                {
                    if (columns[a].Axis == h && columns[b].Axis == h && areNeighbors(h, columns[a].Level, columns[b].Level))
                        differences.Add(Math.Abs((scaled[a] / columns[a].Norm) - (scaled[b] / columns[b].Norm)));
                }
            }

            if (differences.Count > 0)
                slopes.Add(differences.Average());
        }

        double slope = slopes.Count == 0 ? double.NaN : slopes.Average();
        return slope > 1e-13 * Math.Sqrt(ReferenceStatistics.Variance(landscape.Fitness)) ? roughness / slope : double.NaN;
    }

    public static double FitnessDistanceCorrelation(ReferenceLandscape landscape, Func<double[], double[], double> correlation) =>
        correlation([.. landscape.Loss], [.. landscape.DistancesToGlobalOptimum.Select(distance => (double)distance)]);

    public static double NeighborFitnessCorrelation(ReferenceLandscape landscape, Func<double[], double[], double> correlation)
    {
        int[] connected = [.. Enumerable.Range(0, landscape.Count).Where(vertex => landscape.Neighbors[vertex].Length > 0)];
        return correlation(
            [.. connected.Select(vertex => landscape.Loss[vertex])],
            WithTies([.. connected.Select(vertex => ReferenceStatistics.Mean([.. landscape.Neighbors[vertex].Select(other => landscape.Loss[other])]))]));
    }

    public static double BasinFitnessCorrelation(ReferenceLandscape landscape, Func<double[], double[], double> correlation) => correlation(
        [.. landscape.Optima.Select(optimum => (double)landscape.Basins.Count(basin => basin == optimum))],
        [.. landscape.Optima.Select(optimum => -landscape.Loss[optimum])]);

    /// <summary>Climb by climb.</summary>
    public static double FitnessFlatteningIndex(ReferenceLandscape landscape, int minimumLength)
    {
        var correlations = new List<double>();
        foreach (int[] climb in landscape.Climbs)
        {
            if (climb.Length < minimumLength || landscape.Loss[landscape.Basins[climb[0]]] != landscape.Loss.Min())
                continue;
            double[] gains = [.. climb.Skip(1).Select((stop, i) => landscape.Loss[climb[i]] - landscape.Loss[stop])];
            double correlation = Spearman([.. gains.Select((_, step) => (double)step)], WithTies(gains));
            if (!double.IsNaN(correlation))
                correlations.Add(correlation);
        }

        return correlations.Count == 0 ? double.NaN : -correlations.Average();
    }

    /// <summary>Steps to the nearest of some targets grow by one in rounds over all arcs, until nothing changes.</summary>
    public static double MeanPathLength(ReferenceLandscape landscape, int[] targets)
    {
        int[] steps = [.. Enumerable.Range(0, landscape.Count).Select(vertex => targets.Contains(vertex) ? 0 : -1)];
        for (int round = 1; ; round++)
        {
            int[] found = [.. Enumerable.Range(0, landscape.Count).Where(vertex => steps[vertex] < 0 && landscape.Neighbors[vertex].Any(other => steps[other] == round - 1 && landscape.IsBetter(other, vertex)))];
            if (found.Length == 0)
                return steps.Where(count => count >= 0).Average();
            foreach (int vertex in found)
                steps[vertex] = round;
        }
    }

    public static double EvolvabilityEnhancingRatio(ReferenceLandscape landscape)
    {
        const double slack = 1e-13; // rounding
        int arcs = 0;
        int enhancing = 0;
        foreach ((int low, int high) in Pairs(landscape))
        {
            if ((!landscape.IsBetter(low, high) && !landscape.IsBetter(high, low)) || landscape.Neighbors[low].Length == 1 || landscape.Neighbors[high].Length == 1)
                continue;
            (int source, int target) = landscape.IsBetter(high, low) ? (low, high) : (high, low);
            arcs++;
            enhancing += MeanOfOthers(landscape, source, target) - MeanOfOthers(landscape, target, source) > slack ? 1 : 0;
        }

        return arcs == 0 ? double.NaN : (double)enhancing / arcs;
    }

    public static double Quantile(ReferenceLandscape landscape, double share)
    {
        double[] sorted = [.. landscape.Loss.Order()];
        double position = share * (sorted.Length - 1);
        int below = (int)Math.Floor(position);
        return sorted[below] + ((position - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }

    public static double StandardizedMoment(ReferenceLandscape landscape, int power)
    {
        if (!ReferenceStatistics.Varies(landscape.Fitness))
            return double.NaN;
        double[] loss = [.. landscape.Loss];
        double mean = ReferenceStatistics.Mean(loss);
        return ReferenceStatistics.Mean([.. loss.Select(value => Math.Pow(value - mean, power))]) / Math.Pow(ReferenceStatistics.Variance(loss), power / 2.0);
    }

    public static double Spearman(double[] x, double[] y) => ReferenceStatistics.Pearson(ReferenceStatistics.AverageRanks(x), ReferenceStatistics.AverageRanks(y));

    /// <summary>Kendall's tau-b, pair by pair.</summary>
    public static double Kendall(double[] x, double[] y)
    {
        long sum = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                int signX = x[i].CompareTo(x[j]);
                int signY = y[i].CompareTo(y[j]);
                sum += signX * signY;
                untiedX += signX * signX;
                untiedY += signY * signY;
            }
        }

        return untiedX == 0 || untiedY == 0 ? double.NaN : sum / Math.Sqrt((double)untiedX * untiedY);
    }

    /// <summary>Values that differ by rounding only become the same: each takes the smallest within 1e-13.</summary>
    private static double[] WithTies(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return [.. values.Select(value => sorted.First(other => value - other <= 1e-13))];
    }

    private static double MeanOfOthers(ReferenceLandscape landscape, int vertex, int except) =>
        ReferenceStatistics.Mean([.. landscape.Neighbors[vertex].Where(other => other != except).Select(other => landscape.Loss[other])]);

    private static IEnumerable<(int Low, int High)> Pairs(ReferenceLandscape landscape) =>
        Enumerable.Range(0, landscape.Count).SelectMany(low => landscape.Neighbors[low].Where(high => high > low).Select(high => (low, high)));
}
