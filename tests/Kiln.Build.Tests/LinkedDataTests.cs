namespace Kiln.Build.Tests;

/// <summary>Data that changes behind its path: its item's file is a symbolic link, or lies in a folder that is one.</summary>
public sealed class LinkedDataTests(Packages packages)
{
    const string Trained = "trained, because the data changed";

    static readonly DateTime Old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_a_link_leads_to_is_noticed_when_it_changes()
    {
        var app = Penguins.App(packages);
        Store(app, "store/first.csv", 38.123);
        Store(app, "store/second.csv", 38.456);
        LinkFile(app, "../store/first.csv");
        app.Build().Succeeds();
        Assert.Equal(0, app.Build("--no-restore").Succeeds().HostStart);

        // Edited: the link's own time stays.
        Store(app, "store/first.csv", 38.789);
        Assert.Contains(Trained, app.Build("--no-restore").Succeeds().Output);
        Assert.Equal(0, app.Build("--no-restore").Succeeds().HostStart);

        // Retargeted, to a file as old.
        LinkFile(app, "../store/second.csv");
        File.SetLastWriteTimeUtc(app["data/penguins.csv"], Old);
        Assert.Contains(Trained, app.Build("--no-restore").Succeeds().Output);
        Assert.Equal(0, app.Build("--no-restore").Succeeds().HostStart);
    }

    [Fact]
    public void A_folder_that_is_a_link_is_noticed_when_it_leads_elsewhere()
    {
        var app = Penguins.App(packages);
        app.Build().Succeeds();
        Directory.Move(app["data"], app["first"]);
        Directory.CreateDirectory(app["second"]);
        File.Copy(app["first/penguins.schema.json"], app["second/penguins.schema.json"]);
        Store(app, "second/penguins.csv", 38.123);
        Directory.CreateSymbolicLink(app["data"], "first");
        Assert.DoesNotContain(Trained, app.Build("--no-restore").Succeeds().Output);

        Directory.Delete(app["data"]);
        Directory.CreateSymbolicLink(app["data"], "second");

        Assert.Contains(Trained, app.Build("--no-restore").Succeeds().Output);
        Assert.Equal(0, app.Build("--no-restore").Succeeds().HostStart);
    }

    [Fact]
    public void An_older_file_moved_into_place_is_noticed()
    {
        var app = Penguins.App(packages);
        app.Build().Succeeds();
        Store(app, "second.csv", 38.123);

        File.Move(app["second.csv"], app["data/penguins.csv"], overwrite: true);

        Assert.Contains(Trained, app.Build("--no-restore").Succeeds().Output);
    }

    /// <summary>The penguins and one more, in a file older than any build.</summary>
    static void Store(ConsumerProject app, string path, double bill)
    {
        app.Write(path, Penguins.Csv + FormattableString.Invariant($"\"Adelie\",\"Torgersen\",{bill},18.1,180,3700,\"male\",2009\n"));
        File.SetLastWriteTimeUtc(app[path], bill > 38.7 ? Old.AddDays(1) : Old);
    }

    static void LinkFile(ConsumerProject app, string target)
    {
        File.Delete(app["data/penguins.csv"]);
        File.CreateSymbolicLink(app["data/penguins.csv"], target);
    }
}
