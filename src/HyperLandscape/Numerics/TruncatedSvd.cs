using System.Numerics;

namespace HyperLandscape.Numerics;

/// <summary>
/// The largest singular values of an operator with their vectors: a block Krylov space of S'S in single precision, with
/// full orthogonalization and restarts, then one Rayleigh-Ritz step on S in double precision; all of it in double
/// precision where that did not do. A space that grows from
/// blocks of 16 vectors finds a singular value at most 16 times, so one that is found so often is looked for again.
/// Sources: Golub and Underwood (1977), Musco and Musco (2015).
/// </summary>
internal sealed class TruncatedSvd : IDisposable
{
    /// <summary>The largest residual that is accepted, as a share of the largest singular value.</summary>
    public const double LargestResidual = 1e-5;

    /// <summary>The residual at which the search ends; single precision does not reach much below.</summary>
    private const double LeastTolerance = 5e-6;

    /// <summary>Panels from one restart to the next, at least.</summary>
    private const int PanelsBetweenRestarts = 10;

    /// <summary>Panels from a random one within which a value that was missed would show.</summary>
    private const int StepsWithoutNews = 8;

    /// <summary>Steps in which the work left, as it is reported, falls to a third.</summary>
    private const double TypicalSteps = 20;

    /// <summary>Singular values that moved by less than this share of the largest are the same.</summary>
    private const double News = 1e-5;

    /// <summary>Panels in which the residual falls to a fiftieth, by experience.</summary>
    private const double PanelsPerFiftieth = 4;

    /// <summary>Singular values nearer than this share of the largest may be one.</summary>
    private const double Cluster = 1e-4;

    private readonly PanelPool<double>? pool;

    private TruncatedSvd(PanelPool<double>? pool, double[] values, List<Panel<double>> left, List<Panel<double>> right, double residual)
    {
        this.pool = pool;
        Values = values;
        Left = left;
        Right = right;
        Residual = residual;
    }

    /// <summary>The singular values, descending.</summary>
    public double[] Values { get; }

    /// <summary>The left vectors; zero where the singular value is.</summary>
    public IReadOnlyList<Panel<double>> Left { get; }

    /// <summary>The right vectors.</summary>
    public IReadOnlyList<Panel<double>> Right { get; }

    /// <summary>The largest |S'u - s v| as a share of the largest singular value; S v = s u holds to rounding.</summary>
    public double Residual { get; }

    /// <summary>The largest singular values, as many as asked for.</summary>
    /// <param name="matrix">The operator.</param>
    /// <param name="count">How many, at most the number of rows.</param>
    /// <param name="mostSteps">After so many products of S'S with a panel it has not converged.</param>
    /// <exception cref="InvalidOperationException">A residual is above <see cref="LargestResidual"/>.</exception>
    public static TruncatedSvd Of(IPanelOperator matrix, int count, int mostSteps = 2000)
    {
        TruncatedSvd svd = Search<float>(matrix, count, LeastTolerance, mostSteps);
        if (!(svd.Residual <= LargestResidual))
        {
            // Squares of small values beside large ones drown in the rounding of floats.
            svd.Dispose();
            svd = Search<double>(matrix, count, LeastTolerance, mostSteps);
        }

        WorkProgress.Report(1);
        if (svd.Residual <= LargestResidual)
            return svd;
        svd.Dispose();
        throw new InvalidOperationException($"The {count} largest singular values did not converge: a residual is {svd.Residual:G3} of the largest value, at most {LargestResidual} is accepted. The spectrum is too dense at that rank; ask for fewer or more dimensions.");
    }

    /// <summary>The largest singular values roughly: whatever was reached is returned, see <see cref="Residual"/>.</summary>
    /// <param name="matrix">The operator.</param>
    /// <param name="count">How many, at most the number of rows.</param>
    /// <param name="tolerance">The residual at which the search ends, as a share of the largest singular value.</param>
    /// <param name="mostSteps">After so many products of S'S with a panel it ends anyway.</param>
    public static TruncatedSvd Roughly(IPanelOperator matrix, int count, double tolerance, int mostSteps) =>
        Search<float>(matrix, count, tolerance, mostSteps);

    /// <summary>Ends the use of the vectors.</summary>
    public void Dispose() => pool?.Dispose();

    private static TruncatedSvd Search<T>(IPanelOperator matrix, int count, double tolerance, int mostSteps)
        where T : struct, INumber<T>
    {
        using var space = new KrylovSpace<T>(matrix, PanelsBetweenRestarts + (int)Math.Ceiling(2.5 * count / Panel<T>.Width));
        space.Restart();
        int check = mostSteps;
        double[]? known = null;
        for (int step = 1; ; step++)
        {
            space.Extend();
            WorkProgress.Report(1 - Math.Exp(-step / TypicalSteps));
            bool last = step >= mostSteps;
            if (step < check && !last && !space.IsFull && !space.IsClosed)
                continue;

            KrylovSpace<T>.RitzPairs pairs = space.Ritz();
            double residual = pairs.Residual(count);
            if (residual > tolerance && !last && !space.IsClosed)
            {
                check = step + Math.Max(2, (int)Math.Ceiling(PanelsPerFiftieth * Math.Log(residual / tolerance, 50)));
                if (space.IsFull)
                    space.Shrink(pairs, 2 * count);
                continue;
            }

            double[] found = [.. pairs.Values.Take(count).Select(Math.Sqrt)];
            if (!last && HasCluster(found, Panel<T>.Width) && !AreSame(found, known))
            {
                known = found;
                check = step + StepsWithoutNews;
                space.Shrink(pairs, count + Panel<T>.Width);
                if (space.Restart())
                    continue;
                pairs = space.Ritz();
            }

            if (space.Dimension < count)
                return new TruncatedSvd(null, [], [], [], 1);
            space.Shrink(pairs, count + Panel<double>.Width);
            return Refined(matrix, space, count);
        }
    }

    /// <summary>Whether one value occurs so often that a block may have missed further copies.</summary>
    private static bool HasCluster(double[] found, int block)
    {
        for (int k = block - 1; k < found.Length; k++)
        {
            if (found[k - block + 1] - found[k] <= Cluster * found[0])
                return true;
        }

        return false;
    }

    private static bool AreSame(double[] found, double[]? known) =>
        found.Length == known?.Length && found.Zip(known, (a, b) => Math.Abs(a - b)).Max() <= News * found[0];

    /// <summary>The best singular triplets whose right vectors lie in a Krylov space, of which it makes an end.</summary>
    private static TruncatedSvd Refined<T>(IPanelOperator matrix, KrylovSpace<T> space, int count)
        where T : struct, INumber<T>
    {
        int panels = space.Dimension / Panel<double>.Width;
        PanelPool<double>? pool = new(matrix.Count, (2 * panels) + 2);
        try
        {
            List<Panel<double>> right = [.. space.Panels.SelectMany(panel => ToDoubles(panel, pool))];
            space.Dispose(); // what follows needs the room
            (double[] values, List<Panel<double>> left, double residual) = RayleighRitz.Of(matrix, right, count, pool);
            var svd = new TruncatedSvd(pool, values, left, right, residual);
            pool = null;
            return svd;
        }
        finally
        {
            pool?.Dispose();
        }
    }

    /// <summary>A panel of 16 floats per row as two of 8 doubles; one of doubles as a copy.</summary>
    private static Panel<double>[] ToDoubles<T>(Panel<T> panel, PanelPool<double> pool)
        where T : struct, INumber<T>
    {
        int width = Panel<double>.Width;
        Panel<double>[] parts = [.. Enumerable.Range(0, Panel<T>.Width / width).Select(_ => pool.Take())];
        Panel.ForRows(panel.Count, (start, end) =>
        {
            for (int part = 0; part < parts.Length; part++)
            {
                ReadOnlySpan<T> from = panel.Values[(part * width)..];
                Span<double> to = parts[part].Values;
                for (int row = start; row < end; row++)
                {
                    for (int l = 0; l < width; l++)
                        to[(row * width) + l] = double.CreateTruncating(from[(row * Panel<T>.Width) + l]);
                }
            }
        });
        return parts;
    }
}
