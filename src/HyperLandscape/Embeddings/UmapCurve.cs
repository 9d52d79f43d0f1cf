namespace HyperLandscape.Embeddings;

/// <summary>
/// The similarity of two points of a map by their distance d, 1 / (1 + a d^(2b)): the least-squares fit, over 300 equally
/// spaced d in [0, 3 spread], to 1 up to the minimum distance and exp(-(d - minimum) / spread) beyond it.
/// </summary>
internal readonly record struct UmapCurve(double A, double B)
{
    private const int Samples = 300;
    private const int MostSteps = 200;

    public static UmapCurve Fit(double minDist, double spread)
    {
        var curve = new UmapCurve(1, 1);
        double damping = 1e-3;
        double error = curve.Error(minDist, spread, out _, out _);
        for (int step = 0; step < MostSteps && damping < 1e12; step++)
        {
            curve.Error(minDist, spread, out double[] gradient, out double[] hessian);
            double h11 = hessian[0] * (1 + damping);
            double h22 = hessian[2] * (1 + damping);
            double determinant = (h11 * h22) - (hessian[1] * hessian[1]);
            var next = new UmapCurve(
                curve.A - (((h22 * gradient[0]) - (hessian[1] * gradient[1])) / determinant),
                curve.B - (((h11 * gradient[1]) - (hessian[1] * gradient[0])) / determinant));
            double nextError = next.A > 0 && next.B > 0 ? next.Error(minDist, spread, out _, out _) : double.PositiveInfinity;
            damping *= nextError < error ? 0.1 : 10;
            if (nextError < error)
                (curve, error) = (next, nextError);
        }

        return curve;
    }

    /// <summary>The sum of squared differences with its Gauss-Newton gradient and Hessian (aa, ab, bb).</summary>
    private double Error(double minDist, double spread, out double[] gradient, out double[] hessian)
    {
        gradient = [0, 0];
        hessian = [0, 0, 0];
        double sum = 0;
        for (int i = 0; i < Samples; i++)
        {
            double d = 3 * spread * i / (Samples - 1);
            double power = Math.Pow(d, 2 * B);
            double value = 1 / (1 + (A * power));
            double difference = value - (d < minDist ? 1 : Math.Exp(-(d - minDist) / spread));
            double byA = -value * value * power;
            double byB = d > 0 ? -value * value * A * power * 2 * Math.Log(d) : 0;
            sum += difference * difference;
            gradient[0] += difference * byA;
            gradient[1] += difference * byB;
            hessian[0] += byA * byA;
            hessian[1] += byA * byB;
            hessian[2] += byB * byB;
        }

        return sum;
    }
}
