using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Monitoring;
using Kiln.Host.Requests;
using Kiln.Monitoring;

namespace Kiln.Host;

/// <summary>Holds what models counted in use against what they were trained on. Nothing is trained, and no data is read.</summary>
sealed class MonitorCommand(Request request, Output output)
{
    public void Run()
    {
        var definitions = ChosenModels.Of(AssemblyDefinitions.Read(AssemblyDefinitions.Texts(request.Assembly)), request);
        var windows = Once(WindowReader.Read(request.Windows, request.Project, output.Report));
        foreach (var foreign in windows.GroupBy(window => window.Window.Model).Where(model => definitions.All(definition => definition.Type != model.Key)))
            output.Say($"{Counted.Format(foreign.Count(), "window")} of {foreign.Key}, which is no model of this project{(request.Models.Count > 0 ? " that KilnModels names" : "")}: left out");
        var models = new List<MonitoredModel>();
        foreach (var definition in definitions)
            foreach (var version in windows.Where(window => window.Window.Model == definition.Type).GroupBy(window => window.Window.Manifest).OrderBy(version => version.Min(window => window.Window.From)))
                output.Try(() => models.Add(Judge(definition, [.. version])));
        if (models.Count == 0 && !output.HasErrors)
            throw new BuildException(request.Project, 0, 0, Ids.WindowUnreadable, $"'{request.Windows}' has no window of a model of this project; set KilnWindows to the folder that its MonitorOptions.Directory names");
        AtomicFile.WriteIfChanged(Path.Combine(request.Output, "monitor.md"), MonitorPage.Write(models), request.Temporary);
        Say(definitions, models);
        foreach (var unused in definitions.Where(definition => models.TrueForAll(model => model.Info.Type != definition.Type)))
            output.Show($"{unused.Name}: no window, so nothing is known of it");
    }

    /// <summary>A window that was copied counts once: as of the same process and time.</summary>
    List<ReadWindow> Once(IReadOnlyList<ReadWindow> windows)
    {
        List<ReadWindow> once = [.. windows.DistinctBy(window => window.Window.ToJson())];
        if (once.Count < windows.Count)
            output.Say($"{Counted.Format(windows.Count - once.Count, "window")} left out because another file has the same content, '{Path.GetFileName(windows.First(window => !once.Contains(window)).Path)}' first");
        return once;
    }

    /// <summary>Of each model that is in use: one that another version has replaced predicts no more.</summary>
    void Say(IReadOnlyList<ModelDefinition> definitions, List<MonitoredModel> models)
    {
        foreach (var versions in models.GroupBy(model => model.Info.Type))
        {
            var last = versions.Max(model => model.Last.Period.Start);
            var definition = definitions.First(definition => definition.Type == versions.Key);
            var dataset = request.Datasets.FirstOrDefault(dataset => dataset.Name == definition.Dataset);
            foreach (var model in versions.Where(model => model.Last.Period.Start == last))
            {
                var told = model.Told(request.Day);
                foreach (var period in told)
                    foreach (var alarm in new MonitorMessages(definition, model, period, request.Directory, dataset?.Contract ?? request.Project, Contract(dataset)).All())
                        output.Report(alarm);
                foreach (var period in told.Contains(model.Last) ? told : [.. told, model.Last])
                    output.Show($"{model.Info.Name} {model.Info.Version.Split('+')[0]}: {Counted.Format(period.Period.Window.Rows, "row")} on {period.Period.Name}, " + Verdict(period));
            }
        }
    }

    static string Verdict(JudgedPeriod period) => period.Findings is null ? $"too few of them looked at to judge ({PeriodJudge.FewestRows} at least)"
        : period.Alarms.Count == 0 ? "no alarm" : Counted.Format(period.Alarms.Count, "alarm");

    /// <summary>Only to say where a column stands: what is wrong with it a build tells.</summary>
    DataContract? Contract(Dataset? dataset)
    {
        DataContract? contract = null;
        if (dataset is not null)
            output.Try(() => contract = ContractFile.Load(dataset));
        return contract;
    }

    MonitoredModel Judge(ModelDefinition definition, IReadOnlyList<ReadWindow> windows)
    {
        var first = windows[0].Window;
        var (manifest, profile) = Find(definition, first) ?? throw Problem(windows[0],
            $"no manifest says what {first.Model} {first.Version} counts in; copy '{Path.GetFileName(WindowFolder.ManifestPath("", ModelFileName.Format(first.Model), first.Manifest))}' from where the window was written, too");
        foreach (var window in windows)
            if (!profile.Columns.Select(column => (column.Name, column.Bins)).SequenceEqual(window.Window.Columns.Select(column => (column.Key, column.Value.Count))))
                throw Problem(window, "it does not count what its model counts: it was changed after it was written; delete it, or copy it again");
            else if (!IsSum(window.Window))
                throw Problem(window, "its rows are not the sum of its bins: it was changed after it was written; delete it, or copy it again");
        return new(manifest, profile, windows.Select(window => window.Window), request.Period);
    }

    /// <summary>While it was cut, a row may have been in some columns and not yet in others: as many as there are threads.</summary>
    static bool IsSum(ModelWindow window)
    {
        const int Threads = 1024;
        long[] sums = [.. window.Columns.Values.Select(bins => bins.Sum())];
        return sums.Distinct().Count() <= 1 && window.Examined <= sums[0]
            && (window.Squares > window.Examined || sums[0] == window.Examined && Math.Abs(window.Rows - window.Examined) <= Threads);
    }

    /// <summary>The monitor writes it beside the windows; that of today's model is here.</summary>
    (ModelManifest Manifest, ModelProfile Profile)? Find(ModelDefinition definition, ModelWindow window)
    {
        var file = ModelFileName.Format(definition.Type);
        string[] paths = [Path.Combine(request.Output, "models", file + ".model.json"), .. Directory.EnumerateFiles(request.Windows, Path.GetFileName(WindowFolder.ManifestPath("", file, window.Manifest)), SearchOption.AllDirectories)];
        foreach (var path in paths.Where(File.Exists))
            try
            {
                var content = File.ReadAllBytes(path);
                if (ModelManifest.Read(content, path) is var manifest && manifest.Hash == window.Manifest && MonitorReading.Find(content) is { } profile)
                    return (manifest, profile);
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                output.Explain($"{path} is not used: {e.Message}");
            }
        return null;
    }

    static BuildException Problem(ReadWindow window, string message) => new(window.Path, 0, 0, Ids.WindowUnreadable, message);
}
