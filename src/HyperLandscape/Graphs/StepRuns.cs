namespace HyperLandscape.Graphs;

/// <summary>
/// Of the cells from <paramref name="start"/> up to but not including <paramref name="end"/> of a complete grid, those
/// from which a step up an axis stays in the grid, as runs of consecutive cells: first cell and length.
/// </summary>
internal readonly ref struct StepRuns(Axis axis, int step, int start, int end)
{
    public Enumerator GetEnumerator() => new(axis, step, start, end);

    public ref struct Enumerator
    {
        private readonly int end;
        private readonly int period;
        private readonly int distance;
        private int next;
        private int periodEnd;

        public Enumerator(Axis axis, int step, int start, int end)
        {
            this.end = end;
            next = start;
            period = (int)axis.Stride * axis.Levels;
            distance = step * (int)axis.Stride;
            periodEnd = start - (start % period) + period;
        }

        public (int First, int Length) Current { get; private set; }

        public bool MoveNext()
        {
            while (next < end)
            {
                int first = next;
                int length = Math.Min(periodEnd - distance, end) - first;
                next = periodEnd;
                periodEnd += period;
                if (length > 0)
                {
                    Current = (first, length);
                    return true;
                }
            }

            return false;
        }
    }
}
