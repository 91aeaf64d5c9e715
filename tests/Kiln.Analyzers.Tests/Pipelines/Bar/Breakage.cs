namespace Kiln.Analyzers.Tests.Pipelines.Bar;

/// <summary>Breaks a pipeline at one place, as people do. What is left may still run: only <c>Fit</c> can tell.</summary>
sealed class Breakage(int seed)
{
    readonly Random _random = new(seed);

    public List<GeneratedStep> Apply(List<GeneratedStep> steps)
    {
        steps = [.. steps];
        var at = _random.Next(steps.Count);
        switch (_random.Next(8))
        {
            case 0:
                Rename(steps, Misspelt);
                break;
            case 1 or 2:
                Rename(steps, _ => PipelineGenerator.DataColumns[_random.Next(PipelineGenerator.DataColumns.Length)]);
                break;
            case 3 when steps.Count > 1:
                steps.RemoveAt(at);
                break;
            case 4 when steps[at].Columns is { Length: > 0 } columns:
                steps.Insert(_random.Next(at + 1), new("ml.Transforms.DropColumns({0})", [columns[^1]]));
                break;
            case 5 when at > 0:
                (steps[at - 1], steps[at]) = (steps[at], steps[at - 1]);
                break;
            case 6 when steps.FindIndex(static step => step.Format.Contains("Concatenate")) is >= 0 and var join:
                var format = steps[join].Format;
                var extra = PipelineGenerator.DataColumns[_random.Next(PipelineGenerator.DataColumns.Length)];
                steps[join] = steps[join] with
                {
                    Format = $"{format[..^1]}, {{{steps[join].Columns.Length}}})", Columns = [.. steps[join].Columns, extra],
                };
                break;
            default:
                steps.Insert(at, new("ml.Transforms.SelectColumns({0}, {1})", ["Rooms", "Town"]));
                break;
        }
        return steps;
    }

    void Rename(List<GeneratedStep> steps, Func<string, string> change)
    {
        var places = steps.SelectMany(static (step, at) => step.Inputs.Select(place => (At: at, Place: place))).ToList();
        if (places.Count == 0)
            return;
        var (at, place) = places[_random.Next(places.Count)];
        steps[at] = steps[at].With(place, change(steps[at].Columns[place]));
    }

    string Misspelt(string name)
    {
        var at = _random.Next(name.Length);
        return _random.Next(2) == 0 ? name.Remove(at, 1) + "_" : name.Insert(at, "x");
    }
}
