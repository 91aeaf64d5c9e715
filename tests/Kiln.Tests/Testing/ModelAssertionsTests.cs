using Kiln.Testing;

namespace Kiln.Tests.Testing;

public class ModelAssertionsTests
{
    static readonly Row[] Rows = [new(1, "a"), new(2, "b"), new(3, "c"), new(4, "d")];

    readonly Line _model = new(row => row.Name == "x" && row.Size > 2 ? 10 * row.Size : row.Size);

    [Fact]
    public void What_holds_says_nothing()
    {
        _model.ShouldBeInvariantTo(Rows, row => row with { Name = "y" });
        _model.ShouldBeInvariantTo(Rows, row => row with { Size = row.Size + 0.5 }, answer => answer.Score, within: 0.5);
        _model.ShouldBeInvariantTo(Rows, row => row with { Name = "x" }, minShare: 0.5);
        _model.ShouldIncrease(Rows, row => row with { Size = row.Size + 1 }, answer => answer.Score);
        _model.ShouldDecrease(Rows, row => row with { Size = row.Size - 1 }, answer => answer.Score);
        _model.ShouldIncrease(Rows, row => row with { Size = row.Size < 2 ? row.Size - 0.1 : 9 }, answer => answer.Score, within: 0.1000001);
        _model.ShouldPredict(Rows[1], answer => answer.Score == 2);
        _model.ShouldPredict(Rows, answer => answer.Score > 1, minShare: 0.75);
    }

    [Fact]
    public void What_does_not_hold_is_told_with_the_worst_row_and_both_answers()
    {
        Fails("""
            Line 1.2.0, row => row with { Name = "x" }: the score is to stay within 0.5, and not on 2 of 4 rows. The worst is row 4
              Row { Size = 4, Name = d }
              Answer { Score = 4 }
            changed to
              Row { Size = 4, Name = x }
              Answer { Score = 40 }
            """, () => _model.ShouldBeInvariantTo(Rows, row => row with { Name = "x" }, answer => answer.Score, within: 0.5));
        Fails("""
            Line 1.2.0, row => row with { Size = -row.Size }: the score is to rise, to within 1 of at least 75 % of the rows, and not on 4 of 4 rows. The worst is row 4
              Row { Size = 4, Name = d }
            """, () => _model.ShouldIncrease(Rows, row => row with { Size = -row.Size }, answer => answer.Score, within: 1, minShare: 0.75));
        Assert.Equal("Line 1.2.0, answer => answer.Score < 4: the prediction is to be so, and not on 1 of 4 rows. The worst is row 4\n  Row { Size = 4, Name = d }\n  Answer { Score = 4 }",
            Assert.Throws<ModelTestException>(() => _model.ShouldPredict(Rows, answer => answer.Score < 4)).Message);
        Fails("Line 1.2.0, row => row with { Name = \"x\" }: the prediction is to be the same, and not on 2 of 4 rows. The worst is row 3\n", () => _model.ShouldBeInvariantTo(Rows, row => row with { Name = "x" }));
    }

    [Fact]
    public void A_score_that_is_no_number_any_more_is_the_worst() => Fails("Line 1.2.0, row => row with { Size = row.Size == 2 ? double.NaN : 9 }: the score is to rise, and not on 1 of 4 rows. The worst is row 2\n",
        () => _model.ShouldIncrease(Rows, row => row with { Size = row.Size == 2 ? double.NaN : 9 }, answer => answer.Score));

    [Fact]
    public void What_tests_nothing_fails()
    {
        Fails("Line 1.2.0, row => row: there is no row, so nothing was tested", () => _model.ShouldBeInvariantTo([], row => row));
        Fails("Line 1.2.0, row => row with { Name = \"y\" }: the score is to fall, and does on none of 4 rows; it goes the other way on none either",
            () => _model.ShouldDecrease(Rows, row => row with { Name = "y" }, answer => answer.Score));
        Assert.Throws<ArgumentOutOfRangeException>(() => _model.ShouldBeInvariantTo(Rows, row => row, minShare: 95));
    }

    static void Fails(string begin, Action test) => Assert.StartsWith(begin.ReplaceLineEndings("\n"), Assert.Throws<ModelTestException>(test).Message);

    readonly record struct Row(double Size, string Name);

    readonly record struct Answer(double Score);

    sealed class Line(Func<Row, double> score) : IModel<Row, Answer>
    {
        public ModelInfo Info { get; } = new()
        {
            Name = "Line", Type = "Line", Version = "1.2.0", Dataset = "", Label = "", Task = ModelTask.Regression, TrainingRows = 1, HeldOutRows = 1, DataHash = "", ArtifactHash = "",
            Metrics = new Dictionary<Metric, double>(),
        };

        public Answer Predict(in Row input) => new(score(input));
    }
}
