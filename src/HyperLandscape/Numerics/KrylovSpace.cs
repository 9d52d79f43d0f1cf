using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Numerics;

/// <summary>
/// An orthonormal basis, in panels of floats or doubles, of a block Krylov space of S'S, and S'S projected onto it. Every new panel
/// is orthogonal to all before it; at the restart the best approximations stay.
/// </summary>
internal sealed class KrylovSpace<T>(IPanelOperator matrix, int mostPanels)
    where T : struct, INumber<T>
{
    /// <summary>What is shorter than this share is to be made orthogonal once more.</summary>
    private const double Short = 1e-2;

    /// <summary>What is shorter than this, beside the largest eigenvalue, is rounding.</summary>
    private static readonly double Rounding = typeof(T) == typeof(float) ? 2e-6 : 4e-15;

    private readonly int width = Panel.Width<T>();
    private readonly List<T[]> panels = [];
    private readonly Stack<T[]> spare = new(); // panels of former bases, to be written over
    private readonly T[] middle = new T[matrix.Count * Panel.Width<T>()];
    private readonly double[,] projected = new double[mostPanels * Panel.Width<T>(), mostPanels * Panel.Width<T>()];
    private T[]? next;
    private double[,] coupling = new double[0, 0]; // of the last panel with the next one
    private int kept;
    private int draws;

    /// <summary>Whether there is room for no further panel.</summary>
    public bool IsFull => panels.Count == mostPanels;

    /// <summary>Number of vectors.</summary>
    public int Dimension => panels.Count * width;

    /// <summary>Whether the basis spans all that can be reached from where it started.</summary>
    public bool IsClosed => next is null;

    /// <summary>A bound on the largest eigenvalue seen so far.</summary>
    private double Scale { get; set; }

    /// <summary>Goes on from a random panel; false if nothing is orthogonal to the basis.</summary>
    public bool Restart()
    {
        T[] panel = Random(draws++);
        for (int pass = 0; pass < 2 && panels.Count > 0; pass++)
            Panel.Subtract(panel, panels, Panel.Products(panels, panel));
        double[,] r = PanelBasis.Orthonormalize(panel, Rounding * Math.Sqrt(matrix.Count));
        coupling = new double[width, width];
        next = HasVector(r) && (panels.Count == 0 || IsNew(panel)) ? panel : null;
        return next is not null;
    }

    /// <summary>Adds a panel, the last one times S'S, to the basis.</summary>
    public void Extend()
    {
        panels.Add(next!);
        T[] product = spare.TryPop(out T[]? panel) ? panel : new T[middle.Length];
        matrix.Apply(next!, middle, false);
        matrix.Apply(middle, product, true);

        // Large parts lie along few panels; with those gone, one pass over all leaves rounding errors of the rest only.
        int near = panels.Count - kept <= 2 ? 0 : panels.Count - 2;
        List<T[]> nearPanels = panels[near..];
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
        next = HasVector(coupling) && (!IsShort(coupling) || IsNew(product)) ? product : null;
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

    /// <summary>The vectors of the first Ritz pairs, in whole panels.</summary>
    public List<T[]> Vectors(RitzPairs pairs, int count)
    {
        var vectors = new List<T[]>();
        for (int first = 0; first < Math.Min(count, Dimension); first += width)
        {
            var coefficients = new double[Dimension, width];
            for (int i = 0; i < Dimension; i++)
            {
                for (int l = 0; l < width && first + l < Dimension; l++)
                    coefficients[i, l] = pairs.Vectors[i, Dimension - 1 - first - l];
            }

            vectors.Add(Panel.Combine(panels, coefficients));
        }

        return vectors;
    }

    /// <summary>Shrinks the basis to the vectors of the first Ritz pairs.</summary>
    public void Shrink(RitzPairs pairs, int count)
    {
        List<T[]> vectors = Vectors(pairs, count);
        panels.ForEach(spare.Push);
        panels.Clear();
        panels.AddRange(vectors);
        kept = panels.Count;
        Array.Clear(projected);
        for (int k = 0; k < Dimension; k++)
            projected[k, k] = pairs.Values[k];
    }

    private T[] Random(int draw)
    {
        var panel = new T[middle.Length];
        Panel.ForRows(matrix.Count, (start, end) =>
        {
            for (int row = start; row < end; row++)
            {
                var stream = new RandomStream(draw, row);
                for (int k = 0; k < width; k++)
                    panel[(row * width) + k] = T.CreateTruncating((int)stream.Next()) * T.CreateTruncating(1f / int.MaxValue);
            }
        });
        return panel;
    }

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

    /// <summary>Takes the basis out of an orthonormal panel; false if nothing but rounding is left.</summary>
    private bool IsNew(T[] panel)
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
