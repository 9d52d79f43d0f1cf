using HyperLandscape.Graphs;
using HyperLandscape.Spaces;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace HyperLandscape.Reference;

/// <summary>Interactions of hyperparameters from their definitions: four configurations at a time, looked up in a dictionary.</summary>
public sealed class ReferenceInteractions
{
    private readonly SearchSpace space;
    private readonly INeighborhood neighborhood;
    private readonly long[] cells;
    private readonly Dictionary<long, double> quality = [];

    public ReferenceInteractions(SearchSpace space, INeighborhood neighborhood, long[] cells, double[] fitness, Objective objective)
    {
        this.space = space;
        this.neighborhood = neighborhood;
        this.cells = cells;
        for (int i = 0; i < cells.Length; i++)
            quality.Add(cells[i], objective == Objective.Maximize ? fitness[i] : -fitness[i]);
    }

    /// <summary>
    /// Squares, those with a neutral side, and of the others magnitude, sign, reciprocal sign, positive, negative and
    /// additive ones: by their peaks, and by where the worst corner lies if there is one peak.
    /// </summary>
    public long[] Squares(double tolerance)
    {
        var counts = new long[8];
        foreach (double[] corners in AllSquares(IsNeighbor))
            Count(counts, corners, tolerance);
        return counts;
    }

    /// <summary>Counts one square, of qualities in the order in which one walks around it.</summary>
    public static void Count(long[] counts, double[] corners, double tolerance)
    {
        counts[0]++;
        if (Enumerable.Range(0, 4).Any(corner => Math.Abs(corners[corner] - corners[(corner + 1) % 4]) <= tolerance))
        {
            counts[1]++;
            return;
        }

        int best = Array.IndexOf(corners, corners.Max());
        int[] peaks = [.. Enumerable.Range(0, 4).Where(corner => corners[corner] > corners[(corner + 1) % 4] && corners[corner] > corners[(corner + 3) % 4])];
        bool worstIsOpposite = corners[(best + 2) % 4] == corners.Min();
        counts[peaks.Length == 2 ? 4 : worstIsOpposite ? 2 : 3]++;

        double opposite = corners[(best + 2) % 4];
        double together = corners[best] - opposite;
        double alone = (corners[(best + 1) % 4] - opposite) + (corners[(best + 3) % 4] - opposite);
        counts[together > alone ? 5 : together < alone ? 6 : 7]++;
    }

    /// <summary>The sum of s s' over the sum of (s^2 + s'^2) / 2, over the two opposite sides of every square of any levels.</summary>
    public double Gamma(Func<double, double> ofEffect)
    {
        var products = default(CompensatedSum);
        var squares = default(CompensatedSum);
        foreach (double[] corners in AllSquares((_, _, _) => true))
        {
            foreach ((double one, double other) in new[] { (corners[1] - corners[0], corners[2] - corners[3]), (corners[3] - corners[0], corners[2] - corners[1]) })
            {
                products.Add(ofEffect(one) * ofEffect(other));
                squares.Add(((ofEffect(one) * ofEffect(one)) + (ofEffect(other) * ofEffect(other))) / 2);
            }
        }

        return products.Value / squares.Value;
    }

    /// <summary>Mean over changes of one hyperparameter with enough backgrounds of the deviation of their effects, in units of sqrt(2) deviations of the fitness.</summary>
    public double GlobalIdiosyncrasy(int minimumBackgrounds)
    {
        var terms = new List<double>();
        double[] all = [.. quality.Values];
        foreach ((_, _, double[] effects) in Enumerable.Range(0, space.Dimension).SelectMany(Changes).Where(change => change.Effects.Length >= minimumBackgrounds))
            terms.Add(Math.Sqrt(ReferenceStatistics.Variance(effects)) / Math.Sqrt(2 * ReferenceStatistics.Variance(all)));

        return terms.Count == 0 || !ReferenceStatistics.Varies(all) ? double.NaN : ReferenceStatistics.Mean([.. terms]);
    }

    /// <summary>The neighbours along one hyperparameter of every configuration: its own quality and theirs.</summary>
    public (double Own, double[] Others)[] AlongHyperparameter(int h) =>
        [.. cells.Select(cell => (quality[cell], Enumerable.Range(0, space.Hyperparameters[h].LevelCount)
            .Where(level => IsNeighbor(h, space.Level(cell, h), level) && Has(cell, h, level)).Select(level => At(cell, h, level)).ToArray()))];

    /// <summary>
    /// The variance of the effect of every subset of hyperparameters (the bits of the index), of a complete grid: the mean
    /// given the levels of the subset, less the effects of all smaller subsets.
    /// </summary>
    public double[] EffectVariances()
    {
        var effects = new Dictionary<long, double>[1 << space.Dimension];
        for (int subset = 0; subset < effects.Length; subset++)
        {
            Dictionary<long, double> means = cells.GroupBy(cell => Restricted(cell, subset)).ToDictionary(group => group.Key, group => CompensatedSum.Of(group.Select(cell => quality[cell])) / group.Count());
            effects[subset] = cells.ToDictionary(cell => cell, cell => means[Restricted(cell, subset)] - Enumerable.Range(0, subset).Where(smaller => (smaller & ~subset) == 0).Sum(smaller => effects[smaller][cell]));
        }

        return [.. effects.Select(effect => CompensatedSum.Of(effect.Values.Select(value => value * value)) / cells.Length)];
    }

    /// <summary>
    /// For a sample: least squares on one column per combination of levels of up to so many hyperparameters, scaled to
    /// norm 1, by a pseudoinverse; the variance of the effect of every subset of the fitted function over the grid of
    /// all levels that occur, and the mean squared residual. Null if there are no more configurations than free
    /// numbers.
    /// </summary>
    public (double[] Variances, double Residual)? FittedEffectVariances(int order)
    {
        int[][] occurring = [.. Enumerable.Range(0, space.Dimension).Select(h => cells.Select(cell => space.Level(cell, h)).Distinct().Order().ToArray())];
        int[] subsets = [.. Enumerable.Range(1, (1 << space.Dimension) - 1).Where(subset => System.Numerics.BitOperations.PopCount((uint)subset) <= order)];
        double free = 1 + subsets.Sum(subset => Enumerable.Range(0, space.Dimension).Where(h => (subset >> h & 1) == 1).Aggregate(1.0, (product, h) => product * (occurring[h].Length - 1)));
        if (free >= cells.Length)
            return null;

        (int Subset, long Combination)[] columns = [.. subsets.SelectMany(subset => cells.Select(cell => Restricted(cell, subset)).Distinct().Select(combination => (subset, combination)))];
        double mean = ReferenceStatistics.Mean([.. quality.Values]);
        double[] norms = [.. columns.Select(column => Math.Sqrt(cells.Count(cell => Restricted(cell, column.Subset) == column.Combination)))];
        Matrix<double> design = Matrix<double>.Build.Dense(cells.Length, columns.Length, (row, c) => Restricted(cells[row], columns[c].Subset) == columns[c].Combination ? 1 / norms[c] : 0);
        Vector<double> values = Vector<double>.Build.Dense(cells.Length, row => quality[cells[row]] - mean);
        Svd<double> svd = design.Svd();
        Vector<double> inverse = svd.S.Map(value => value > 1e-7 ? 1 / value : 0);
        Vector<double> solution = svd.VT.SubMatrix(0, svd.S.Count, 0, columns.Length).TransposeThisAndMultiply(inverse.PointwiseMultiply(svd.U.SubMatrix(0, cells.Length, 0, svd.S.Count).TransposeThisAndMultiply(values)));
        double residual = (values - (design * solution)).L2Norm();

        var smaller = new SearchSpace([.. occurring.Select((levels, h) => Hyperparameter.Categorical($"h{h}", [.. levels.Select(level => $"{level}")]))]);
        long[] all = [.. Enumerable.Range(0, (int)smaller.CellCount).Select(cell => (long)cell)];
        double Fitted(long cell)
        {
            long original = Enumerable.Range(0, space.Dimension).Sum(h => occurring[h][smaller.Level(cell, h)] * space.Stride(h));
            return Enumerable.Range(0, columns.Length).Where(c => Restricted(original, columns[c].Subset) == columns[c].Combination).Sum(c => solution[c] / norms[c]);
        }

        var fitted = new ReferenceInteractions(smaller, neighborhood, all, [.. all.Select(Fitted)], Objective.Maximize);
        return (fitted.EffectVariances(), residual * residual / cells.Length);
    }

    /// <summary>For every reciprocal sign square the number of steps of the shortest path of improving arcs from its worse to its better peak, 0 if there is none.</summary>
    public int[] BypassLengths(ReferenceLandscape landscape)
    {
        var vertices = new Dictionary<long, int>();
        for (int vertex = 0; vertex < landscape.Count; vertex++)
            vertices.Add(landscape.Cells[vertex], vertex);
        var lengths = new List<int>();
        foreach (long[] square in AllSquareCells(IsNeighbor))
        {
            int[] corners = [.. square.Select(cell => vertices[cell])];
            int[] peaks = [.. Enumerable.Range(0, 4).Where(corner => landscape.IsBetter(corners[corner], corners[(corner + 1) % 4]) && landscape.IsBetter(corners[corner], corners[(corner + 3) % 4]))];
            if (peaks.Length == 2)
                lengths.Add(PathLength(landscape, peaks.Select(peak => corners[peak]).MaxBy(vertex => landscape.Loss[vertex]), peaks.Select(peak => corners[peak]).MinBy(vertex => landscape.Loss[vertex])));
        }

        return [.. lengths];
    }

    /// <summary>The effects on the quality of every change of one hyperparameter, over its backgrounds.</summary>
    public IEnumerable<(int From, int To, double[] Effects)> Changes(int h)
    {
        int levels = space.Hyperparameters[h].LevelCount;
        for (int low = 0; low < levels; low++)
        {
            for (int high = low + 1; high < levels; high++)
                yield return (low, high, [.. cells.Where(cell => space.Level(cell, h) == low && Has(cell, h, high)).Select(cell => At(cell, h, high) - quality[cell])]);
        }
    }

    private static int PathLength(ReferenceLandscape landscape, int worse, int better)
    {
        if (landscape.Loss[worse] == landscape.Loss[better])
            return 0;
        HashSet<int> reached = [worse];
        for (int steps = 1; ; steps++)
        {
            int[] next = [.. reached.SelectMany(vertex => landscape.Neighbors[vertex].Where(other => landscape.IsBetter(other, vertex))).Where(vertex => !reached.Contains(vertex)).Distinct()];
            if (next.Contains(better))
                return steps;
            if (next.Length == 0)
                return 0;
            reached.UnionWith(next);
        }
    }

    private long Restricted(long cell, int subset) => Enumerable.Range(0, space.Dimension).Where(h => (subset >> h & 1) == 1).Sum(h => space.Level(cell, h) * space.Stride(h));

    /// <summary>The corners, in cyclic order, of all squares with all four present.</summary>
    private IEnumerable<double[]> AllSquares(Func<int, int, int, bool> isWanted) =>
        AllSquareCells(isWanted).Select(square => square.Select(cell => quality[cell]).ToArray());

    private IEnumerable<long[]> AllSquareCells(Func<int, int, int, bool> isWanted)
    {
        for (int p = 0; p < space.Dimension; p++)
        {
            for (int q = p + 1; q < space.Dimension; q++)
            {
                foreach (long cell in cells)
                {
                    for (int row = space.Level(cell, p) + 1; row < space.Hyperparameters[p].LevelCount; row++)
                    {
                        for (int column = space.Level(cell, q) + 1; column < space.Hyperparameters[q].LevelCount; column++)
                        {
                            if (isWanted(p, space.Level(cell, p), row) && isWanted(q, space.Level(cell, q), column) && Has(cell, p, row) && Has(cell, q, column) && Has(With(cell, p, row), q, column))
                                yield return [cell, With(cell, p, row), With(With(cell, p, row), q, column), With(cell, q, column)];
                        }
                    }
                }
            }
        }
    }

    private bool IsNeighbor(int h, int level, int other) =>
        level != other && (Math.Abs(level - other) == 1 || space.Hyperparameters[h].Kind != HyperparameterKind.Ordinal || neighborhood is HammingNeighborhood);

    private long With(long cell, int h, int level) => cell + ((level - space.Level(cell, h)) * space.Stride(h));

    private bool Has(long cell, int h, int level) => quality.ContainsKey(With(cell, h, level));

    private double At(long cell, int h, int level) => quality[With(cell, h, level)];
}
