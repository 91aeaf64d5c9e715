using Kiln.Contracts;
using Kiln.Host.Cards;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>Writes a card to fill in for each model that has none, and says of the others what is open. What people have written is never changed.</summary>
sealed class CardCommand(Request request, Output output)
{
    public void Run()
    {
        var models = ChosenModels.Of(AssemblyDefinitions.Read(AssemblyDefinitions.Texts(request.Assembly)), request);
        if (models.Count == 0)
            output.Show("the project declares no model, so there is no card to write");
        foreach (var model in models)
            output.Try(() => Write(model.Name, Card.Beside(DuplicateModels.LockPath(model, request.Directory), model.Name)));
    }

    void Write(string model, string path)
    {
        var shown = Path.GetRelativePath(request.Directory, path);
        if (!Path.Exists(path))
        {
            AtomicFile.WriteIfChanged(path, CardTemplate.Write(model), request.Temporary);
            output.Show($"{shown} was written; {Counted.Format(CardField.All.Count, "field")} are open: fill in what is known, and commit it");
        }
        else if (CardReader.Read(path, output.Report).Open is { Count: > 0 } open)
            output.Show($"{shown} is there; open are {string.Join(", ", open.Select(field => field.Name))}");
        else
            output.Show($"{shown} is there, and no field is open");
    }
}
