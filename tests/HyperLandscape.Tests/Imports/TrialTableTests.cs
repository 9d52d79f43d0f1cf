using HyperLandscape.Experiments;
using HyperLandscape.Graphs;
using HyperLandscape.Imports;
using HyperLandscape.Tests.Tables;

namespace HyperLandscape.Tests.Imports;

/// <summary>Tables shaped as the documentation of Optuna, Ray Tune and Weights and Biases says.</summary>
public sealed class TrialTableTests
{
    private const string Optuna = """
        ,number,value,datetime_start,datetime_complete,duration,params_depth,params_kernel,user_attrs_latency,system_attrs_note,state
        0,0,0.25,2024-05-01 10:00:00.000001,2024-05-01 10:00:01.5,0 days 00:00:01.499999,2.0,rbf,12.5,,COMPLETE
        1,1,0.5,2024-05-01 10:00:02,2024-05-01 10:00:03,0 days 00:00:01,,linear,3.5,x,COMPLETE
        2,2,,2024-05-01 10:00:04,2024-05-01 10:00:05,0 days 00:00:01,4.0,rbf,,,FAIL
        3,3,0.75,2024-05-01 10:00:06,2024-05-01 10:00:07,0 days 00:00:01,8.0,rbf,,,PRUNED
        4,4,,2024-05-01 10:00:08,,,8.0,rbf,,,RUNNING
        5,5,0.9,2024-05-01 10:00:09,2024-05-01 10:00:10,0 days 00:00:01,16.0,rbf,,,PRUNED

        """;

    [Fact]
    public void Optuna_trials_are_taken_by_their_state()
    {
        Import import = TrialTable.Optuna().Read(Csv.Stream(Optuna));
        Landscape landscape = Assert.Single(import.Landscapes);
        Assert.Equal("value", import.Landscapes.Name(0));
        Assert.Equal(["depth (ordinal): 2, 4, None", "kernel (categorical): linear, rbf"], landscape.Space.Hyperparameters.ToArray().Select(hyperparameter => hyperparameter.ToString()));
        Assert.Equal(["depth=2, kernel=rbf", "depth=None, kernel=linear"], [landscape[0].ToString(), landscape[1].ToString()]);
        Assert.Equal([0.25, 0.5], landscape.Fitness.ToArray());
        Assert.Equal("depth=4, kernel=rbf", landscape.Space[Assert.Single(landscape.FailedCells.ToArray())].ToString());
        Assert.Equal(3, import.Report.RowsTaken);
        Assert.StartsWith("1 landscape (measure) over 2 configurations, 0 edges, sample of 6, 2 configurations without a neighbor\nHyperparameter ", import.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("""
            Measure        value: value, minimized
            State          state: COMPLETE finished; FAIL failed
            Skipped        (unnamed): row numbers
            Skipped        number, datetime_start, datetime_complete, duration, user_attrs_latency, system_attrs_note: not named
            3 rows taken, 2 skipped: state is PRUNED, 1 skipped: state is RUNNING

            """, import.Report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_objectives_and_user_attributes_have_their_own_direction()
    {
        LandscapeSet set = TrialTable.Optuna(new Measure("value", Objective.Maximize), new Measure("user_attrs_latency")).Read(Csv.Stream(Optuna)).Landscapes;
        Assert.Equal([Objective.Maximize, Objective.Minimize], set.Select(landscape => landscape.Objective));
        Assert.Equal([12.5, 3.5], set["user_attrs_latency"].Fitness.ToArray());

        const string text = "number,values_0,values_1,params_x,state\n0,1,10,1,COMPLETE\n1,2,20,2,COMPLETE\n";
        Assert.Equal([10, 20], TrialTable.Optuna(new Measure("values_0"), new Measure("values_1", Objective.Maximize)).Read(Csv.Stream(text)).Landscapes["values_1"].Fitness.ToArray());
        Assert.Equal("the stream has no column 'value'; its columns are 'number', 'values_0', 'values_1', 'params_x', 'state'.", Assert.Throws<ArgumentException>(() => TrialTable.Optuna().Read(Csv.Stream(text))).Message);
    }

    /// <summary>
    /// By their logarithms, 0, -0.52, -1.30, -2, -2.92 and -3, the nearest of 1 is 0.3 and that of 0.3 is 1 (not 0.05, as on a
    /// linear scale); 0.05 and 0.01 are the nearest of each other. The nearest of 0.001, where gamma is inactive, is the trial that failed, which is no vertex.
    /// </summary>
    [Fact]
    public void Scattered_trials_of_Optuna_are_joined_by_their_nearest()
    {
        const string text = "number,value,params_lr,params_gamma,state\n0,5,1,2,COMPLETE\n1,4,0.3,2,COMPLETE\n2,3,0.05,2,COMPLETE\n3,2,0.01,2,COMPLETE\n4,1,0.001,,COMPLETE\n5,0,0.0012,2,FAIL\n";
        Import import = (TrialTable.Optuna() with { Options = new() { Neighborhood = new NearestNeighborhood { Neighbors = 1, Logarithmic = ["lr"] } } }).Read(Csv.Stream(text));
        Landscape landscape = Assert.Single(import.Landscapes);
        Assert.Equal([1, 2, 3, 4, 5], landscape.Fitness.ToArray());
        Assert.Equal("gamma (ordinal): 2, inactive", landscape.Space.Hyperparameters[1].ToString());
        Assert.Equal("lr=0.0012, gamma=2", landscape.Space[Assert.Single(landscape.FailedCells.ToArray())].ToString());
        var buffer = new int[landscape.Graph.MaxDegree];
        Assert.Equal([[], [2], [1], [4], [3]], Enumerable.Range(0, 5).Select(vertex => landscape.Graph.Neighbors(vertex, buffer).ToArray()));
    }

    [Fact]
    public void Ray_Tune_trials_are_taken_by_the_prefix_of_their_hyperparameters()
    {
        Import import = TrialTable.RayTune(new Measure("mean_accuracy", Objective.Maximize)).Read(Csv.Stream(
            "mean_accuracy,training_iteration,trial_id,time_total_s,config/lr,config/model/width,logdir",
            "0.5,10,a1,1.5,0.1,8,/tmp/a1",
            "0.75,10,a2,1.6,0.01,8,/tmp/a2"));
        Assert.Equal(["lr=0.01, model/width=8", "lr=0.1, model/width=8"], [import.Landscapes[0][0].ToString(), import.Landscapes[0][1].ToString()]);
        Assert.Equal([0.75, 0.5], import.Landscapes["mean_accuracy"].Fitness.ToArray());
    }

    [Fact]
    public void Weights_and_Biases_runs_are_taken_by_their_state()
    {
        Import import = TrialTable.WeightsAndBiases(["lr", "optimizer"], new Measure("val_loss")).Read(Csv.Stream(
            "\"Name\",\"State\",\"Notes\",\"Runtime\",\"lr\",\"optimizer\",\"val_loss\"",
            "\"sweet-1\",\"finished\",\"-\",\"12\",\"0.1\",\"adam\",\"0.5\"",
            "\"sweet-2\",\"crashed\",\"-\",\"3\",\"0.01\",\"adam\",\"9\"",
            "\"sweet-3\",\"running\",\"-\",\"3\",\"0.01\",\"sgd\",\"0.9\""));
        Assert.Equal((1, 1, 2), (import.Landscapes[0].Count, import.Landscapes[0].FailedCells.Length, import.Report.RowsTaken));
        Assert.Equal(1, import.Report.RowsSkipped["State is running"]);
    }

    [Fact]
    public void Repeated_trials_are_combined_when_told()
    {
        const string text = "value,params_x,state\n1,1,COMPLETE\n3,1,COMPLETE\n5,2,COMPLETE\n";
        Assert.Contains("The configuration x=1 occurs twice, in line 2 and line 3.", Assert.Throws<InvalidDataException>(() => TrialTable.Optuna().Read(Csv.Stream(text))).Message, StringComparison.Ordinal);
        Landscape landscape = (TrialTable.Optuna() with { Options = new CsvOptions { Duplicates = Duplicates.Mean } }).Read(Csv.Stream(text)).Landscapes[0];
        Assert.Equal([2, 5], landscape.Fitness.ToArray());
        Assert.Equal([1, double.NaN], landscape.StandardErrors.ToArray());
    }

    [Fact]
    public void Every_fidelity_has_landscapes_of_its_own()
    {
        var table = new TrialTable { Hyperparameters = ["lr"], Measures = [new Measure("loss"), new Measure("acc", Objective.Maximize)], Fidelity = "epochs", State = "state", Finished = ["ok"], Failed = ["bad"] };
        Import import = table.Read(Csv.Stream("lr,epochs,loss,acc,state\n0.1,1,5,0.5,ok\n0.1,9,3,0.6,ok\n0.2,1,4,0.7,ok\n0.2,9,,,bad\n0.4,1,6,0.4,ok\n"));
        Assert.Equal(["measure", "fidelity"], import.Landscapes.LabelNames);
        Assert.Equal(["loss 1", "acc 1", "loss 9", "acc 9"], Enumerable.Range(0, 4).Select(import.Landscapes.Name));
        Assert.Equal([5, 4, 6], import.Landscapes["loss", "1"].Fitness.ToArray());
        Assert.Equal([0.6], import.Landscapes["acc", "9"].Fitness.ToArray());
        Assert.Equal([1], import.Landscapes["acc", "9"].FailedCells.ToArray());
        Assert.Contains("Fidelity       epochs: each has landscapes of its own\n", import.Report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_must_be_there_and_have_one_purpose()
    {
        const string text = "x,y,f\n1,1,1\n";
        Assert.StartsWith("the stream has no column 'g*'", Refusal(new TrialTable { Hyperparameters = ["g*"], Measures = [new Measure("f")] }), StringComparison.Ordinal);
        Assert.StartsWith("the stream has no column 's'", Refusal(new TrialTable { Hyperparameters = ["x"], Measures = [new Measure("f")], State = "s" }), StringComparison.Ordinal);
        Assert.StartsWith("The columns 'f', 'x', 'f' were named; at least one measure is needed, and each for one purpose", Refusal(new TrialTable { Hyperparameters = ["x", "f"], Measures = [new Measure("f")] }), StringComparison.Ordinal);
        Assert.StartsWith("The columns 'x' were named; at least one measure", Refusal(new TrialTable { Hyperparameters = ["x"], Measures = [] }), StringComparison.Ordinal);
        Assert.StartsWith("the stream has no column 'z', which CsvOptions.Ordinal names", Refusal(new TrialTable { Hyperparameters = ["x"], Measures = [new Measure("f")], Options = new CsvOptions { Ordinal = ["z"] } }), StringComparison.Ordinal);

        static string Refusal(TrialTable table) => Assert.Throws<ArgumentException>(() => table.Read(Csv.Stream(text))).Message;
    }

    [Fact]
    public void A_table_without_finished_trials_is_refused() =>
        Assert.Equal("the stream: The table has no rows to take; skipped were those where state is RUNNING, state is empty.", Assert.Throws<InvalidDataException>(() => TrialTable.Optuna().Read(Csv.Stream("value,params_x,state\n1,1,RUNNING\n3,1,\n"))).Message);
}
