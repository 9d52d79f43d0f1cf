using System.Diagnostics.Tracing;
using System.Globalization;
using HyperLandscape.Embeddings;
using HyperLandscape.Metrics;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;
using HyperLandscape.Tests.Tables;

namespace HyperLandscape.Tests;

/// <summary>Buffers rented from pools go back, however the work ends. On one thread, whose rents and returns the runtime reports.</summary>
public sealed class PooledBufferTests
{
    private static readonly SearchSpace Space = Grids.Of("o10 o9 c4 o7 c3 o11 b"); // several blocks of any kind

    [Fact]
    public void A_finished_profile_returns_its_buffers() => RequireReturned(() => Create().Profile(Metric.Paper, Alone()));

    /// <summary>Each metric in turn cancels the profile while it computes what it needs.</summary>
    [Fact]
    public void A_canceled_profile_returns_its_buffers()
    {
        foreach (IMetric metric in (IMetric[])[.. Metric.Paper, .. Metric.Basins, .. Metric.Correlation, new GlobalOptimumAccessibility()])
        {
            using var source = new CancellationTokenSource();
            IMetric canceling = Metric.From("canceling", landscape =>
            {
                _ = landscape.Edges;
                source.Cancel();
                return metric.Measure(landscape);
            });
            RequireReturned(() => Assert.ThrowsAny<OperationCanceledException>(() => Create().Profile([canceling, new MeanNeutrality()], Alone(source.Token))));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void A_canceled_embedding_returns_its_buffers(double share)
    {
        Landscape landscape = Landscape.Create(Grids.Of("o10 o9 c4 b"), [.. Enumerable.Range(0, 720).Select(i => i * 7919.0 % 997)]);
        foreach (Proximity proximity in new Proximity[] { new CommonNeighbors(), new AdamicAdar() })
        {
            using var source = new CancellationTokenSource();
            var canceling = new Reports(value =>
            {
                if (value >= share)
                    source.Cancel();
            });
            RequireReturned(() => Record.Exception(() => landscape.Embed(new Hope { Dimensions = 64, Proximity = proximity }, Alone(source.Token), canceling)));
            Assert.True(source.IsCancellationRequested);
        }
    }

    [Theory]
    [InlineData("1,2,oops", "is not a number")]
    [InlineData("1,2", "has 2 fields")]
    [InlineData("1,\"2,3", "never closed")]
    public void A_refused_table_returns_its_buffers(string line, string message)
    {
        foreach (int row in new[] { 1, 20_000, 39_999 })
        {
            string[] lines = Lines();
            lines[row] = line;
            RequireReturned(() => Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read(new MemoryStream(Bytes(lines)))).Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_table_that_was_cut_off_returns_its_buffers()
    {
        byte[] compressed = Csv.Gzip(string.Join('\n', Lines()));
        RequireReturned(() => Assert.Throws<InvalidDataException>(() => Read(new MemoryStream(compressed[..^100]))));
    }

    [Fact]
    public void A_table_whose_reading_was_canceled_returns_its_buffers()
    {
        using var source = new CancellationTokenSource();
        byte[] bytes = Bytes(Lines());
        RequireReturned(() => Assert.ThrowsAny<OperationCanceledException>(() =>
            Landscape.ReadCsv(new MemoryStream(bytes), "f", parallel: Alone(source.Token), progress: new Reports(_ => source.Cancel()))));
    }

    private static ParallelOptions Alone(CancellationToken token = default) => new() { MaxDegreeOfParallelism = 1, CancellationToken = token };

    private static string[] Lines() => ["x,y,f", .. Enumerable.Range(0, 40_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i % 200},{i / 200},{i / 7.0:R}"))];

    private static byte[] Bytes(string[] lines) => System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private static Landscape Read(Stream stream) => Workers.With(Alone(), () => Landscape.ReadCsv(stream, "f"));

    private static Landscape Create()
    {
        var random = new Random(1);
        return Landscape.Create(Space, [.. Enumerable.Range(0, (int)Space.CellCount).Select(_ => Math.Round(random.NextDouble(), 1))]);
    }

    private static void RequireReturned(Action work)
    {
        using var rents = new Rents();
        work();
        Assert.True(rents.Count > 0, "the runtime reported no rent");
        Assert.Empty(rents.Outstanding);
    }

    private sealed class Reports(Action<double> then) : IProgress<double>
    {
        public void Report(double value) => then(value);
    }

    /// <summary>The buffers that this thread has rented and not returned.</summary>
    private sealed class Rents : EventListener
    {
        private readonly int thread = Environment.CurrentManagedThreadId;
        private readonly HashSet<int> outstanding = [];

        public int Count { get; private set; }

        public IReadOnlyCollection<int> Outstanding => outstanding;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
                EnableEvents(eventSource, EventLevel.Verbose);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (Environment.CurrentManagedThreadId != thread || outstanding is null)
                return;
            if (eventData.EventName == "BufferRented")
            {
                Count++;
                outstanding.Add((int)eventData.Payload![0]!);
            }
            else if (eventData.EventName == "BufferReturned")
            {
                outstanding.Remove((int)eventData.Payload![0]!);
            }
        }
    }
}
