namespace HyperLandscape.Tests.Storage;

public sealed class SaveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Canceling_keeps_the_old_file_and_leaves_no_other()
    {
        StoredLandscapes.Everything.Save(folder["landscape"]);
        using var cancellation = new CancellationTokenSource();
        var shares = new Shares(_ => cancellation.Cancel());
        Assert.Throws<OperationCanceledException>(() => StoredLandscapes.Large(seed: 1).Save(folder["landscape"], shares, cancellation.Token));
        Assert.Single(shares.All);
        Assert.Equal(["landscape"], folder.Names);
        StoredLandscapes.AssertSame(StoredLandscapes.Everything, Landscape.Load(folder["landscape"]));
    }

    [Fact]
    public void A_failure_while_writing_keeps_the_old_file_and_leaves_no_other()
    {
        StoredLandscapes.Everything.Save(folder["landscape"]);
        Assert.Throws<TimeZoneNotFoundException>(() => StoredLandscapes.Large(seed: 1).Save(folder["landscape"], new Shares(_ => throw new TimeZoneNotFoundException())));
        Assert.Equal(["landscape"], folder.Names);
        StoredLandscapes.AssertSame(StoredLandscapes.Everything, Landscape.Load(folder["landscape"]));
    }

    [Fact]
    public void A_failure_to_rename_leaves_no_file()
    {
        Directory.CreateDirectory(folder["landscape"]);
        Assert.ThrowsAny<SystemException>(() => StoredLandscapes.Everything.Save(folder["landscape"]));
        Assert.Equal(["landscape"], folder.Names);
    }

    [Fact]
    public void A_missing_folder_is_an_error() =>
        Assert.Throws<DirectoryNotFoundException>(() => StoredLandscapes.Everything.Save(folder["none/landscape"]));

    [Fact]
    public void A_folder_in_the_way_leaves_no_temporary_file()
    {
        // Unlike a read-only folder, this stops the superuser too.
        string parent = Directory.CreateDirectory(folder["parent"]).FullName;
        string inTheWay = Directory.CreateDirectory(Path.Combine(parent, "landscape")).FullName;
        Exception? error = Record.Exception(() => StoredLandscapes.Everything.Save(inTheWay));
        Assert.True(error is IOException or UnauthorizedAccessException, $"{error}");
        Assert.Empty(Directory.EnumerateFiles(parent));
    }

    [Fact]
    public void Progress_ascends_to_one()
    {
        var shares = new Shares(_ => { });
        StoredLandscapes.Large(seed: 1).Save(folder["landscape"], shares);
        Assert.Equal(shares.All.Order(), shares.All);
        Assert.InRange(shares.All[^1], 0.999, 1);
    }

    private sealed class Shares(Action<double> then) : IProgress<double>
    {
        public List<double> All { get; } = [];

        public void Report(double value)
        {
            All.Add(value);
            then(value);
        }
    }
}
