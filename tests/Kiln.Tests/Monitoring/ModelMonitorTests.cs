namespace Kiln.Tests.Monitoring;

/// <summary>What a loaded model counts of the rows it predicts.</summary>
public sealed class ModelMonitorTests : IDisposable
{
    readonly MonitoredModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Nothing_is_counted_unless_it_is_asked_for()
    {
        using var folder = new ModelFolder();

        Assert.Null(folder.Load().Monitor);
    }

    [Fact]
    public void A_model_without_a_profile_cannot_be_counted_and_says_why()
    {
        using var folder = new ModelFolder();

        var refused = Assert.Throws<InvalidDataException>(() => Predictor.Load(
            ModelFolder.Model, new ModelOptions { Directory = folder.Path, Monitor = new() }, ModelFolder.Numbers, ModelFolder.Texts, ModelFolder.Classes));

        Assert.Contains("it has no profile of the data it was trained on", refused.Message);
    }

    [Fact]
    public void Every_row_comes_into_the_bin_that_training_put_its_like_into()
    {
        var predictor = _model.Load();
        using var monitor = predictor.Monitor!;
        (float Age, string? Contract)[] rows =
        [
            (20, "monthly"), (20.5f, " ünï "), (30, "yearly"), (41, "weekly"), (float.NaN, null), (float.PositiveInfinity, ""), (float.NegativeInfinity, "Monthly"),
        ];
        foreach (var (age, contract) in rows)
            MonitoredModel.Score(predictor, age, contract);

        var window = monitor.Current;

        Assert.Equal([2, 2, 0, 2, 1], window.Columns["Age"]); // An edge ends its bin.
        Assert.Equal([1, 1, 1, 2, 2], window.Columns["Contract"]); // Blanks are no part of a text, capitals are.
        Assert.Equal([6, 1, 0], window.Columns["Probability"]);
        Assert.Equal([6, 1, 0], window.Columns["PredictedLabel"]);
        Assert.Equal((7, 7, 7), (window.Rows, window.Examined, window.Squares));
    }

    [Fact]
    public void Rows_of_sixty_four_threads_are_counted_exactly()
    {
        var predictor = _model.Load();
        using var monitor = predictor.Monitor!;
        var threads = Enumerable.Range(0, 64).Select(thread => new Thread(() =>
        {
            for (var row = 0; row < 2000; row++)
                MonitoredModel.Score(predictor, 15 + row % 40, thread % 2 == 0 ? "monthly" : null);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        while (threads.Exists(thread => thread.IsAlive))
            _ = monitor.Current; // Who reads does not disturb who counts.
        threads.ForEach(thread => thread.Join());

        var window = monitor.Current;

        Assert.Equal((128_000, 128_000), (window.Rows, window.Examined));
        Assert.Equal([64_000, 0, 0, 0, 64_000], window.Columns["Contract"]);
        Assert.Equal([64 * 2000 * 6 / 40, 64 * 2000 * 10 / 40, 64 * 2000 * 10 / 40, 64 * 2000 * 14 / 40, 0], window.Columns["Age"]);
    }

    /// <summary>Each job has a thread of its own, as in old services.</summary>
    [Fact]
    public void Rows_of_threads_that_have_ended_still_count()
    {
        var predictor = _model.Load();
        using var monitor = predictor.Monitor!;
        for (var job = 0; job < 50; job++)
        {
            var thread = new Thread(() => MonitoredModel.Score(predictor, 20, "ünï"));
            thread.Start();
            thread.Join();
            _model.Clock.Go(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((50, 50), (monitor.Rows, monitor.Current.Examined));
    }

    /// <summary>The model that a new one has replaced, in turns with that one.</summary>
    [Fact]
    public void A_monitor_that_is_disposed_counts_nothing_and_takes_nothing()
    {
        var old = _model.Load();
        old.Monitor!.Dispose();
        var predictor = _model.Load();
        using var monitor = predictor.Monitor!;
        float[] numbers = [70, 25], scores = new float[2];
        string?[] texts = ["ünï"];
        void Turn()
        {
            old.Score(numbers, texts, scores);
            predictor.Score(numbers, texts, scores);
        }
        for (var i = 0; i < 200; i++)
            Turn();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Turn();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal((0, 300), (old.Monitor.Rows, monitor.Rows));
    }

    [Fact]
    public void Counting_a_row_allocates_nothing()
    {
        var predictor = _model.Load();
        using var monitor = predictor.Monitor!;
        float[] numbers = [70, 25], scores = new float[2];
        string?[] texts = ["ünï"];
        for (var i = 0; i < 200; i++)
            predictor.Score(numbers, texts, scores);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            predictor.Score(numbers, texts, scores);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Rows in their order, as a nightly run has them: those at the end count as much as those at the beginning, though few of them are looked at.</summary>
    [Fact]
    public void Of_very_many_rows_a_second_those_that_are_looked_at_stand_for_the_others()
    {
        var predictor = _model.Load(new() { RowsPerSecond = 1000 });
        using var monitor = predictor.Monitor!;
        const int Rows = 400_000;
        for (var row = 0; row < Rows; row++)
            MonitoredModel.Score(predictor, 10 + 40f * row / Rows, row % 2 == 0 ? "monthly" : "ünï");

        var window = monitor.Current;

        Assert.Equal(Rows, window.Rows);
        Assert.InRange(window.Examined, 3000, 20_000 * Environment.ProcessorCount);
        Assert.InRange(window.Columns["Age"].Sum(), 0.8 * Rows, 1.2 * Rows);
        foreach (var bin in window.Columns["Age"].Take(4))
            Assert.InRange(bin / (double)window.Columns["Age"].Sum(), 0.2, 0.3);
        Assert.InRange(window.Columns["Contract"][0] / (double)window.Columns["Contract"].Sum(), 0.45, 0.55); // Every second row is of one kind.

        _model.Clock.Go(TimeSpan.FromSeconds(1));
        var before = monitor.Current.Examined;
        for (var row = 0; row < 500; row++)
            MonitoredModel.Score(predictor, 20, null);

        Assert.Equal(500, monitor.Current.Examined - before); // Each second anew.
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _model.Load(new() { Every = TimeSpan.FromMilliseconds(10) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _model.Load(new() { RowsPerSecond = 0 }));
    }
}
