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
          "artifact": "ee",
          "released": [
            {
              "version": "1.1.0",
              "definition": "d1",
              "contract": "c1",
              "data": "h1",
              "artifact": "a1",
              "task": "MulticlassClassification",
              "label": "plan",
              "classes": ["S", "M"],
              "inputs": [
                { "name": "größe", "property": "Größe", "type": "string", "required": true },
                { "name": "monthly charges ($)", "property": "MonthlyCharges", "type": "float", "required": false }
              ],
              "outputs": [
                { "name": "PredictedLabel", "type": "Plan" },
                { "name": "Probability", "type": "float" }
              ],
              "metrics": {
                "MicroAccuracy": { "value": 0.8, "low": 0.75, "high": 0.85 }
              },
              "gates": [
                { "metric": "MicroAccuracy", "atLeast": 0.7, "because": "agreed \"then\"" },
                { "metric": "LogLoss", "atMost": 0.001 }
              ],
              "predictions": [
                { "row": { "größe": "S", "monthly charges ($)": 46.1 }, "scores": [0.25, 0.75] },
                { "row": { "größe": null, "monthly charges ($)": null }, "scores": [0.0001, null] }
              ],
              "seal": "7ab1b3d423157dd132e49c95d955325cb39551012336c1382e3a16e5737f5933"
            }
          ]
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
    [InlineData("\"training\"", "\"trainings\"", 16, "\"trainings\" is not known here (did you mean 'training'?); known are dataset, files, training, heldOut")]
    [InlineData("\"artifact\": \"ee\"", "\"artifact\": 1", 23, "a string is expected here")]
    [InlineData("\"tool\": \"Kiln 0.1.0\"", "\"tool\": null", 5, "\"tool\" is missing here")]
    public void What_is_no_lock_is_refused_at_its_place(string from, string to, int line, string message)
    {
        var error = Assert.Throws<JsonFormatException>(() => LockReader.Read(Text.Replace(from, to)));
        Assert.Equal((line, message), (error.Line, error.Message));
    }

    [Theory]
    [InlineData("\"d1\"", "\"d2\"")]
    [InlineData("\"version\": \"1.1.0\"", "\"version\": \"1.1.1\"")]
    [InlineData("46.1", "46.2")]
    [InlineData("[0.25, 0.75]", "[0.75, 0.25]")]
    [InlineData("\"required\": false", "\"required\": true")]
    [InlineData("0.85", "0.95")]
    [InlineData("\"atLeast\": 0.7", "\"atLeast\": 0.6")]
    public void A_released_version_that_was_edited_is_refused_where_it_stands(string from, string to)
    {
        var error = Assert.Throws<JsonFormatException>(() => LockReader.Read(Text.Replace(from, to)));
        Assert.Equal((25, 5), (error.Line, error.Column));
        Assert.EndsWith("was edited; what is released never changes", error.Message);
    }

    [Fact]
    public void A_release_of_before_gates_were_recorded_is_sealed_as_it_was()
    {
        var (start, end) = (Text.IndexOf("      \"gates\"", StringComparison.Ordinal), Text.IndexOf("      \"predictions\"", StringComparison.Ordinal));
        var before = (Text[..start] + Text[end..]).Replace(Samples.Release.Seal, "bac0a07cce40ec32bd2f79628ae9a7422b77cddb3ba1178fe77e769f583d6740");

        Assert.Null(LockReader.Read(before).Released[0].Gates);
        Assert.Equal(before, LockWriter.Write(LockReader.Read(before)));
    }

    [Fact]
    public void A_released_version_may_be_laid_out_in_another_way() =>
        Assert.Equal(Text, LockWriter.Write(LockReader.Read(Text.Replace("\n    ", "\n\t"))));

    [Fact]
    public void A_version_is_released_once()
    {
        var at = Text.IndexOf("    {\n      \"version\"", StringComparison.Ordinal);
        var release = Text[at..(Text.LastIndexOf("    }", StringComparison.Ordinal) + 5)];
        var error = Assert.Throws<JsonFormatException>(() => LockReader.Read(Text.Replace(release, release + ",\n" + release)));
        Assert.Equal("version 1.1.0 is released twice", error.Message);
    }

    [Fact]
    public void A_truncated_lock_is_refused_at_every_length()
    {
        for (var length = 0; length < Text.TrimEnd().Length; length++)
            Assert.Throws<JsonFormatException>(() => LockReader.Read(Text[..length]));
    }

    [Fact]
    public void A_merge_conflict_is_refused_where_it_stands() =>
        Assert.Equal((3, 1), Assert.Throws<JsonFormatException>(() => LockReader.Read(Text.Replace("  \"model\"", "<<<<<<< HEAD\n  \"model\""))) is { } error ? (error.Line, error.Column) : default);
}
