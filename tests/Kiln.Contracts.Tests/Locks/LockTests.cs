using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;

namespace Kiln.Contracts.Tests.Locks;

public sealed class LockTests
{
    const string Text = """
        {
          "format": 1,
          "model": "ChurnModel",
          "version": "1.2.0",
          "fingerprints": {
            "definition": "d0",
            "contract": "c0",
            "tool": "Kiln 0.1.0"
          },
          "data": {
            "dataset": "churn",
            "files": {
              "data/a b.csv": "aa",
              "data/ü.csv": "bb"
            },
            "training": 5634,
            "heldOut": 1409
          },
          "metrics": {
            "AreaUnderRocCurve": { "value": 0.8412, "low": 0.82, "high": 0.86 },
            "F1Score": { "value": null, "low": null, "high": null }
          },
          "artifact": "ee"
        }

        """;

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void A_lock_is_one_text_in_every_culture(string culture)
    {
        Assert.Equal(Text, Cultures.With(culture, () => LockWriter.Write(Samples.Lock)));
        Assert.Equal(Text, Cultures.With(culture, () => LockWriter.Write(LockReader.Read(Text))));
    }

    [Fact]
    public void A_metric_that_is_not_defined_is_not_a_number() => Assert.True(double.IsNaN(LockReader.Read(Text).Metrics[1].Value.Value));

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", 2, "this lock has format 2; this version of Kiln reads format 1")]
    [InlineData("\"training\"", "\"trainings\"", 16, "\"trainings\" is not known here; did you mean 'training'?; known are dataset, files, training, heldOut")]
    [InlineData("\"artifact\": \"ee\"", "\"artifact\": 1", 23, "a string is expected here")]
    [InlineData("\"tool\": \"Kiln 0.1.0\"", "\"tool\": null", 5, "\"tool\" is missing here")]
    public void What_is_no_lock_is_refused_at_its_place(string from, string to, int line, string message)
    {
        var error = Assert.Throws<JsonFormatException>(() => LockReader.Read(Text.Replace(from, to)));
        Assert.Equal((line, message), (error.Line, error.Message));
    }

    [Fact]
    public void A_merge_conflict_is_refused_where_it_stands() =>
        Assert.Equal((3, 1), Assert.Throws<JsonFormatException>(() => LockReader.Read(Text.Replace("  \"model\"", "<<<<<<< HEAD\n  \"model\""))) is { } error ? (error.Line, error.Column) : default);
}
