using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Numerics;

/// <summary>
/// An orthonormal basis, in panels of floats or doubles, of a block Krylov space of S'S, and S'S projected onto it. Every new panel
/// is orthogonal to all before it; at the restart the best approximations stay.
/// </summary>
internal sealed class KrylovSpace<T>(IPanelOperator matrix, int mostPanels) : IDisposable
    where T : struct, INumber<T>
{
    /// <summary>What is shorter than this share is to be made orthogonal once more.</summary>
    private const double Short = 1e-2;

    /// <summary>What is shorter than this, beside the largest eigenvalue, is rounding.</summary>
    private static readonly double Rounding = typeof(T) == typeof(float) ? 2e-6 : 4e-15;

    /// <summary>The next panel and two to multiply with.</summary>
    private const int PanelsBesides = 3;

    private readonly int width = Panel<T>.Width;
    private readonly PanelPool<T> pool = new(matrix.Count, mostPanels + PanelsBesides);
    private readonly List<Panel<T>> panels = [];
    private readonly double[,] projected = new double[mostPanels * Panel<T>.Width, mostPanels * Panel<T>.Width];
    private Panel<T>? next;
    private double[,] coupling = new double[0, 0]; // of the last panel with the next one
    private int kept;
    private int draws;

    /// <summary>Whether there is room for no further panel.</summary>
    public bool IsFull => panels.Count == mostPanels;

    /// <summary>The basis.</summary>
    public IReadOnlyList<Panel<T>> Panels => panels;

    /// <summary>Number of vectors.</summary>
    public int Dimension => panels.Count * width;

    /// <summary>Whether the basis spans all that can be reached from where it started.</summary>
    public bool IsClosed => next is null;

    /// <summary>A bound on the largest eigenvalue seen so far.</summary>
    private double Scale { get; set; }

    /// <summary>Goes on from a random panel; false if nothing is orthogonal to the basis.</summary>
    public bool Restart()
    {
        if (next is not null)
            pool.Return(next);
        Panel<T> panel = pool.Take();
        Randomize(panel, draws++);
        for (int pass = 0; pass < 2 && panels.Count > 0; pass++)
            Panel.Subtract(panel, panels, Panel.Products(panels, panel));
        double[,] r = PanelBasis.Orthonormalize(panel, Rounding * Math.Sqrt(matrix.Count));
        coupling = new double[width, width];
        return GoOnWith(panel, HasVector(r) && (panels.Count == 0 || IsNew(panel)));
    }

    /// <summary>Adds a panel, the last one times S'S, to the basis.</summary>
    public void Extend()
    {
        panels.Add(next!);
        Panel<T> product = pool.Take();
        Panel<T> middle = pool.Take();
        Panel<T> scratch = pool.Take();
        matrix.Apply(next!, middle, scratch, false);
        matrix.Apply(middle, product, scratch, true);
        pool.Return(middle);
        pool.Return(scratch);

        // Large parts lie along few panels; with those gone, one pass over all leaves rounding errors of the rest only.
        int near = panels.Count - kept <= 2 ? 0 : panels.Count - 2;
        List<Panel<T>> nearPanels = panels[near..];
        double[,] large = Panel.Products(nearPanels, product);
        Panel.Subtract(product, nearPanels, large);
        double[,] small = Panel.Products(panels, product);
        Panel.Subtract(product, panels, small);

        for (int i = 0; i < Dimension; i++)
        {
            for (int l = 0; l < width; l++)
            {
                int j = Dimension - width + l;
                double value = small[i, l] + (i >= near * width ? large[i - (near * width), l] : 0);
                projected[i, j] = value;
                projected[j, i] = value;
                if (i == j)
                    Scale = Math.Max(Scale, value);
            }
        }

        coupling = PanelBasis.Orthonormalize(product, Rounding * Scale);
        GoOnWith(product, HasVector(coupling) && (!IsShort(coupling) || IsNew(product)));
    }

    /// <summary>The eigenpairs of the projected matrix, the largest first.</summary>
    public RitzPairs Ritz()
    {
        int dimension = Dimension;
        var evd = Matrix<double>.Build.Dense(dimension, dimension, (i, j) => (projected[i, j] + projected[j, i]) / 2).Evd(Symmetricity.Symmetric);
        var values = new double[dimension];
        var residuals = new double[dimension];
        for (int k = 0; k < dimension; k++)
        {
            values[k] = Math.Max(0, evd.EigenValues[dimension - 1 - k].Real);
            for (int i = 0; i < width; i++)
            {
                double entry = 0;
                for (int j = 0; j < width && next is not null; j++)
                    entry += coupling[i, j] * evd.EigenVectors[dimension - width + j, dimension - 1 - k];
                residuals[k] += entry * entry;
            }

            residuals[k] = Math.Sqrt(residuals[k]);
        }

        return new RitzPairs(values, residuals, evd.EigenVectors);
    }

    /// <summary>Shrinks the basis to the vectors of the first Ritz pairs, in whole panels.</summary>
    public void Shrink(RitzPairs pairs, int count)
    {
        int dimension = Dimension;
        kept = (Math.Min(count, dimension) + width - 1) / width;
        var coefficients = new double[dimension, kept * width];
        for (int i = 0; i < dimension; i++)
        {
            for (int k = 0; k < kept * width; k++)
                coefficients[i, k] = pairs.Vectors[i, dimension - 1 - k];
        }

        Panel.Transform(panels, coefficients);
        panels[kept..].ForEach(pool.Return);
        panels.RemoveRange(kept, panels.Count - kept);
        Array.Clear(projected);
        for (int k = 0; k < Dimension; k++)
            projected[k, k] = pairs.Values[k];
    }

    /// <summary>Ends the use of the basis.</summary>
    public void Dispose() => pool.Dispose();

    private static void Randomize(Panel<T> panel, int draw) => Panel.ForRows(panel.Count, (start, end) =>
    {
        Span<T> values = panel.Values;
        for (int row = start; row < end; row++)
        {
            var stream = new RandomStream(draw, row);
            foreach (ref T value in values.Slice(row * Panel<T>.Width, Panel<T>.Width))
                value = T.CreateTruncating((int)stream.Next()) * T.CreateTruncating(1f / int.MaxValue);
        }
    });

    /// <summary>Whether a vector was so short, before it was scaled, that rounding may have left much of the basis in it.</summary>
    private bool IsShort(double[,] r)
    {
        for (int k = 0; k < width; k++)
        {
            if (r[k, k] != 0 && r[k, k] < Short * Scale)
                return true;
        }

        return false;
    }

    private bool GoOnWith(Panel<T> panel, bool isNew)
    {
        next = isNew ? panel : null;
        if (!isNew)
            pool.Return(panel);
        return isNew;
    }

    /// <summary>Takes the basis out of an orthonormal panel; false if nothing but rounding is left.</summary>
    private bool IsNew(Panel<T> panel)
    {
        double[,] r = new double[width, width];
        for (int pass = 0; pass < 2; pass++)
        {
            Panel.Subtract(panel, panels, Panel.Products(panels, panel));
            r = PanelBasis.Orthonormalize(panel, Short);
        }

        return HasVector(r);
    }

    private static bool HasVector(double[,] r)
    {
        for (int k = 0; k < r.GetLength(0); k++)
        {
            if (r[k, k] != 0)
                return true;
        }

        return false;
    }

    /// <summary>Eigenvalues of S'S, descending; the norms of the residuals; and the vectors in the basis, as columns in ascending order.</summary>
    internal sealed record RitzPairs(double[] Values, double[] Residuals, Matrix<double> Vectors)
    {
        /// <summary>Beside singular values below this share of the largest, rounding would pass for a residual.</summary>
        private static readonly double Small = typeof(T) == typeof(float) ? 0.1 : 1e-5;

        /// <summary>The largest residual of the first singular triplets, as a share of the largest singular value.</summary>
        public double Residual(int count)
        {
            double largest = Math.Sqrt(Values[0]);
            double worst = count > Values.Length ? 1 : 0;
            for (int k = 0; k < Math.Min(count, Values.Length) && largest > 0; k++)
                worst = Math.Max(worst, Residuals[k] / (Math.Max(Math.Sqrt(Values[k]), Small * largest) * largest));
            return worst;
        }
    }
}
