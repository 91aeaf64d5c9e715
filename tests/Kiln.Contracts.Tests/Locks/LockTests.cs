using System.Text;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Testing;

namespace Kiln.Contracts.Tests.Locks;

public sealed class LockTests
{
    const string Text = """
        {
          "$schema": "../obj/kiln/lock.schema.json",
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
            "hash": "dd",
            "partitions": {
              "data/a b.csv": ["00000000000000aa", 5000],
              "data/ü.csv": ["00000000000000bb", 2043, "2024-01-01", "2024-01-31"]
            },
            "training": 5634,
            "heldOut": 1409,
            "split": {
              "by": ["größe", "id"],
              "moved": ["00000000000000ff"]
            }
          },
          "boosting": { "rounds": 120, "leaves": 15, "learningRate": 0.05 },
          "threshold": 0.275,
          "metrics": {
            "AreaUnderRocCurve": { "value": 0.8412, "low": 0.82, "high": 0.86 },
            "F1Score": { "value": null, "low": null, "high": null }
          },
          "slices": [
            {
              "metric": "AreaUnderRocCurve",
              "column": "größe",
              "minRows": 50,
              "smaller": 2,
              "values": [
                { "name": "S", "rows": 120, "value": 0.8, "low": 0.7, "high": 0.9 },
                { "name": "(missing)", "rows": 60, "value": null, "low": null, "high": null }
              ]
            }
          ],
          "expectations": [
            { "column": "monthly charges ($)", "monotone": "Increasing", "rows": 81, "broken": 3, "worst": 0.25 },
            { "column": "größe", "invariant": true, "class": "日本", "within": 0.05, "rows": 81, "broken": 0, "worst": null }
          ],
          "artifact": "ee",
          "sinceRelease": {
            "version": "1.1.1",
            "notCompared": "why",
            "heldOut": 67,
            "flipped": 2,
            "metrics": {
              "LogLoss": {
                "released": { "value": 0.5, "low": 0.25, "high": 0.75 },
                "now": { "value": 0.25, "low": 0, "high": 0.5 },
                "difference": { "value": -0.25, "low": null, "high": null }
              }
            },
            "importance": {
              "größe": { "released": 2, "now": 1 },
              "note": { "now": 2 },
              "house": { "released": 1 }
            },
            "rows": { "kept": 3, "added": 2, "removed": 1, "estimated": true },
            "columns": {
              "note": "added"
            }
          },
          "baseline": { "rows": 3, "sketch": "AQID", "heldOut": "//4=", "importance": { "größe": 0.25, "monthly charges ($)": null }, "columns": { "größe": { "type": "category", "missing": 0.5, "distinct": 2, "top": 0.25 }, "monthly charges ($)": { "type": "number", "missing": 0, "mean": 64.5, "deviation": 30.25 }, "note": { "type": "text" } } },
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
            },
            {
              "version": "1.1.1",
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
                { "metric": "MicroAccuracy", "noWorseBy": 0.01 }
              ],
              "predictions": [],
              "baseline": {
                "rows": 3,
                "sketch": "AQID",
                "heldOut": "//4=",
                "importance": {
                  "größe": 0.25,
                  "monthly charges ($)": null
                },
                "columns": {
                  "größe": { "type": "category", "missing": 0.5, "distinct": 2, "top": 0.25 },
                  "monthly charges ($)": { "type": "number", "missing": 0, "mean": 64.5, "deviation": 30.25 },
                  "note": { "type": "text" }
                }
              },
              "seal": "b9b057585eb4cee9f5a07385c7e56f63024ce4ada411f09fd02a6acc940086b4"
            },
            {
              "version": "1.1.2",
              "provenance": { "date": "2026-11-30", "commit": "0123abcd", "by": "Ann", "tool": "Kiln 0.1.0", "partitions": { "data/ü.csv": 2043 }, "training": 1634, "heldOut": 409 },
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
              "gates": [],
              "expectations": [
                { "column": "größe", "invariant": true, "class": "日本", "within": 0.05 },
                { "column": "monthly charges ($)", "monotone": "Decreasing", "minShare": 0.9, "because": "agreed" }
              ],
              "predictions": [
                { "row": { "größe": "S", "monthly charges ($)": 46.1 }, "scores": [0.25, 0.75] },
                { "row": { "größe": null, "monthly charges ($)": null }, "scores": [0.0001, null] }
              ],
              "baseline": "336b5cab2cb4525f99b5be22a7cbcac976a3a303a700314da8991b2e4ce6a947",
              "seal": "78dace7d323ec6aa49817b546667bf95e2cffb660ceb9c6631c646b009088b38"
            }
          ]
        }

        """;

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void A_lock_is_one_text_in_every_culture(string culture)
    {
        Assert.Equal(Text, Cultures.With(culture, () => LockJson.Write(Samples.Lock)));
        Assert.Equal(Text, Cultures.With(culture, () => LockJson.Write(LockJson.Read(Text))));
    }

    [Fact]
    public void What_a_pipeline_uses_of_other_assemblies_stands_with_the_fingerprints()
    {
        var text = Text.Replace("    \"tool\": \"Kiln 0.1.0\"\n", """
                "tool": "Kiln 0.1.0",
                "references": {
                  "Lib": "f1",
                  "Shop.Kit": "Shop.Tools/1.2.3"
                }

            """);

        Assert.Equal(text, LockJson.Write(LockJson.Read(text)));
        Assert.Equal(["references.Lib none → f1", "references.Shop.Kit none → Shop.Tools/1.2.3"],
            LockComparison.Compare(LockJson.Read(Text), LockJson.Read(text)).Select(difference => difference.ToString()));
    }

    /// <summary>The seals in the text are those of the two formats, computed elsewhere.</summary>
    [Fact]
    public void The_seal_of_a_release_holds_with_its_baseline_and_without_it()
    {
        var entry = Samples.Followed with { Baseline = null, BaselineHash = Samples.Followed.BaselineHash };

        Assert.Equal(entry.Seal, Samples.Followed.Seal);
        Assert.NotEqual(entry.Seal, (entry with { BaselineHash = null }).Seal);
    }

    [Fact]
    public void A_lock_keeps_the_baseline_of_the_last_release_and_what_is_in_the_entries_of_an_earlier_Kiln()
    {
        var released = LockJson.Read(LockJson.Write(Samples.Lock with { Released = [.. Samples.Lock.Released, Samples.Followed with { Version = "1.1.10" }] })).Released;

        Assert.Equal([false, true, false, true], released.Select(release => release.Baseline is not null));
        Assert.Equal(Samples.Followed.Seal, released[2].Seal);
    }

    [Fact]
    public void A_baseline_that_is_not_the_last_releases_is_refused_where_it_stands()
    {
        var error = Assert.Throws<JsonFormatException>(() => LockJson.Read(Text.Replace("\"rows\": 3, \"sketch\"", "\"rows\": 4, \"sketch\"")));

        Assert.Equal((70, "the baseline of released version 1.1.2 was edited; what is released never changes"), (error.Line, error.Message));
    }

    [Fact]
    public void A_lock_may_name_no_schema_and_that_is_no_difference()
    {
        var text = Text.Replace("  \"$schema\": \"../obj/kiln/lock.schema.json\",\n", "");

        Assert.Equal(text, LockJson.Write(LockJson.Read(text)));
        Assert.Empty(LockComparison.Compare(LockJson.Read(Text), LockJson.Read(text)));
    }

    [Fact]
    public void A_lock_of_other_trees_or_of_before_they_were_recorded_has_no_boosting()
    {
        var text = Text.Replace("  \"boosting\": { \"rounds\": 120, \"leaves\": 15, \"learningRate\": 0.05 },\n", "");

        Assert.Null(LockJson.Read(text).Boosting);
        Assert.Equal(text, LockJson.Write(LockJson.Read(text)));
        Assert.Equal("boosting none → 120 rounds of 15 leaves at 0.05", Assert.Single(LockComparison.Compare(LockJson.Read(text), LockJson.Read(Text))).ToString());
    }

    [Fact]
    public void Boosting_says_what_it_shares_with_a_linear_model()
    {
        var text = Text.Replace("\"learningRate\": 0.05 }", "\"learningRate\": 0.05, \"slope\": 0.8, \"linear\": 0.4 }");

        Assert.Equal(new(120, 15, 0.05, 0.8, 0.4), LockJson.Read(text).Boosting);
        Assert.Equal(text, LockJson.Write(LockJson.Read(text)));
        Assert.Equal("boosting 120 rounds of 15 leaves at 0.05 → 120 rounds of 15 leaves at 0.05, slope 0.8, linear 0.4",
            Assert.Single(LockComparison.Compare(LockJson.Read(Text), LockJson.Read(text))).ToString());
    }

    [Fact]
    public void A_lock_of_a_model_without_a_threshold_has_none()
    {
        var text = Text.Replace("  \"threshold\": 0.275,\n", "");

        Assert.Null(LockJson.Read(text).Threshold);
        Assert.Equal(text, LockJson.Write(LockJson.Read(text)));
        Assert.Equal("threshold 0.275 → 0.28",
            Assert.Single(LockComparison.Compare(LockJson.Read(Text), LockJson.Read(Text.Replace("0.275", "0.28")))).ToString());
    }

    [Fact]
    public void A_metric_that_is_not_defined_is_not_a_number() => Assert.True(double.IsNaN(LockJson.Read(Text).Metrics[1].Value.Value));

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", 3, "this lock has format 2; this version of Kiln reads format 1")]
    [InlineData("\"training\"", "\"trainings\"", 18, "\"trainings\" is not allowed here (did you mean 'training'?); use one of dataset, hash, partitions, training, heldOut, split")]
    [InlineData("00000000000000ff", "ff", 22, "16 hexadecimal digits are expected here")]
    [InlineData("\"artifact\": \"ee\"", "\"artifact\": 1", 47, "a string is expected here")]
    [InlineData("\"rounds\": 120", "\"rounds\": 0", 25, "1 or more is expected here")]
    [InlineData("\"leaves\": 15, ", "", 25, "\"leaves\" is missing here")]
    [InlineData("\"learningRate\": 0.05", "\"learningRate\": 0", 25, "a number above 0 is expected here")]
    [InlineData("\"threshold\": 0.275", "\"threshold\": 1", 26, "a number between 0 and 1 is expected here")]
    [InlineData("\"threshold\": 0.275", "\"threshold\": 1e-50", 26, "a number between 0 and 1 is expected here")]
    [InlineData("\"tool\": \"Kiln 0.1.0\"", "\"tool\": null", 6, "\"tool\" is missing here")]
    public void What_is_no_lock_is_refused_at_its_place(string from, string to, int line, string message)
    {
        var error = Assert.ThrowsAny<JsonFormatException>(() => LockJson.Read(Text.Replace(from, to)));
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
        var error = Assert.Throws<JsonFormatException>(() => LockJson.Read(Text.Replace(from, to)));
        Assert.Equal((72, 5), (error.Line, error.Column));
        Assert.EndsWith("was edited; what is released never changes", error.Message);
    }

    [Theory]
    [InlineData("\"rows\": 3,", "\"rows\": 4,")]
    [InlineData("\"AQID\"", "\"AQIE\"")]
    [InlineData("//4=", "//8=")]
    [InlineData("\"größe\": 0.25", "\"größe\": 0.5")]
    [InlineData("\"monthly charges ($)\": null\n", "\"monthly charges ($)\": 0\n")]
    [InlineData("\"deviation\": 30.25", "\"deviation\": 30.5")]
    [InlineData("\"note\": { \"type\": \"text\" }", "\"note\": { \"type\": \"text\", \"missing\": 0 }")]
    public void What_a_release_recorded_for_comparison_is_under_its_seal(string from, string to)
    {
        var error = Assert.Throws<JsonFormatException>(() => LockJson.Read(Text.Replace(from, to)));
        Assert.Equal((102, 5), (error.Line, error.Column));
        Assert.Equal("released version 1.1.1 was edited; what is released never changes", error.Message);
    }

    [Fact]
    public void What_is_no_base64_is_refused_where_it_stands()
    {
        var error = Assert.Throws<JsonFormatException>(() => LockJson.Read(Text.Replace("AQID", "AQI")));
        Assert.Equal((128, 19, "base64 is expected here"), (error.Line, error.Column, error.Message));
    }

    [Fact]
    public void A_later_format_is_told_from_a_broken_lock_whatever_it_adds() => Assert.Throws<NewerFormatException>(
        () => LockJson.Read(Text.Replace("\"format\": 1", "\"format\": 2").Replace("\"artifact\": \"ee\"", "\"artefact\": \"ee\"")));

    [Theory]
    [InlineData("\"flipped\": 2", "\"flipped\": 3", "sinceRelease.flipped 2 → 3")]
    [InlineData("\"value\": -0.25,", "\"value\": -0.5,", "sinceRelease.metrics.LogLoss 0.5 (0.25–0.75), 0.25 (0–0.5), -0.25 (no interval) → 0.5 (0.25–0.75), 0.25 (0–0.5), -0.5 (no interval)")]
    [InlineData("\"house\": { \"released\": 1 }", "\"house\": { \"released\": 3 }", "sinceRelease.importance.house 1 → none → 3 → none")]
    [InlineData("\"kept\": 3", "\"kept\": 4", "sinceRelease.rows 3 kept, 2 added, 1 removed (estimated) → 4 kept, 2 added, 1 removed (estimated)")]
    [InlineData("\"note\": \"added\"", "\"note\": \"removed\"", "sinceRelease.columns.note added → removed")]
    [InlineData("\"notCompared\": \"why\"", "\"notCompared\": \"other\"", "sinceRelease.notCompared why → other")]
    public void What_changed_since_the_release_is_compared_fact_by_fact(string from, string to, string difference) =>
        Assert.Equal(difference, Assert.Single(LockComparison.Compare(LockJson.Read(Text), LockJson.Read(Text.Replace(from, to)))).ToString());

    [Fact]
    public void What_gates_hold_in_each_value_of_a_column_is_compared_value_by_value() => Assert.Equal(
        ["slices.AreaUnderRocCurve.größe.50: 2 of 50 rows or more, 2 of fewer → ", "slices.AreaUnderRocCurve.größe.50.S: 0.8 (0.7–0.9) on 120 rows → ", "slices.AreaUnderRocCurve.größe.50.(missing): n/a on 60 rows → "],
        LockComparison.Compare(Samples.Lock, Samples.Lock with { Slices = [] }).Select(difference => $"{difference.Fact}: {difference.Old} → {difference.New}"));

    [Fact]
    public void A_release_of_before_gates_were_recorded_is_sealed_as_it_was()
    {
        var (start, end) = (Text.IndexOf("      \"gates\"", StringComparison.Ordinal), Text.IndexOf("      \"predictions\"", StringComparison.Ordinal));
        var before = (Text[..start] + Text[end..]).Replace(Samples.Release.Seal, "bac0a07cce40ec32bd2f79628ae9a7422b77cddb3ba1178fe77e769f583d6740");

        Assert.Null(LockJson.Read(before).Released[0].Gates);
        Assert.Equal(before, LockJson.Write(LockJson.Read(before)));
    }

    [Fact]
    public void A_released_version_may_be_laid_out_in_another_way() =>
        Assert.Equal(Text, LockJson.Write(LockJson.Read(Text.Replace("\n    ", "\n\t"))));

    [Fact]
    public void A_version_is_released_once()
    {
        var at = Text.IndexOf("    {\n      \"version\"", StringComparison.Ordinal);
        var release = Text[at..(Text.IndexOf("\n    },", at, StringComparison.Ordinal) + 6)];
        var error = Assert.Throws<JsonFormatException>(() => LockJson.Read(Text.Replace(release, release + ",\n" + release)));
        Assert.Equal("version 1.1.0 is released twice", error.Message);
    }

    [Fact]
    public void A_truncated_lock_is_refused_at_every_length()
    {
        for (var length = 0; length < Text.TrimEnd().Length; length++)
            Assert.Throws<JsonFormatException>(() => LockJson.Read(Text[..length]));
    }

    [Fact]
    public void A_merge_conflict_is_refused_where_it_stands() =>
        Assert.Equal((4, 1), Assert.Throws<JsonFormatException>(() => LockJson.Read(Text.Replace("  \"model\"", "<<<<<<< HEAD\n  \"model\""))) is { } error ? (error.Line, error.Column) : default);

    [Fact]
    public void A_thousand_files_take_less_than_100_KB()
    {
        var files = Enumerable.Range(0, 1000).Select(i => new LockedPartition($"data/flights-{2001 + i / 365}-{i % 365:D3}.csv", $"{i:x16}", 16_000 + i, "2001-01-01", "2001-01-31"));
        var text = LockJson.Write(Samples.Lock with { Partitions = [.. files] });

        Assert.InRange(Encoding.UTF8.GetByteCount(text) - Encoding.UTF8.GetByteCount(LockJson.Write(Samples.Lock with { Partitions = [] })), 1, 100_000);
    }

    [Fact]
    public void A_lock_of_an_earlier_version_is_read_without_its_files()
    {
        var text = LockJson.Write(Samples.Lock with { Partitions = [] }).Replace("\"partitions\": {}", "\"files\": { \"data/a.csv\": \"00aa\" }");

        Assert.Empty(LockJson.Read(text).Partitions);
    }
}
