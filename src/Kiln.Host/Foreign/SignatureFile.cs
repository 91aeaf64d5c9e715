using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Signatures;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Requests;

namespace Kiln.Host.Foreign;

/// <summary>The signature beside a foreign model: written where there is none, and held against the model where there is one.</summary>
static class SignatureFile
{
    /// <exception cref="BuildException">It cannot be read or written, or the model reads or gives something else by now.</exception>
    public static void Settle(ForeignModel model, ModelSignature actual, Request request, Output output)
    {
        if (!File.Exists(model.Signature))
        {
            Write(model, actual, request, output);
            return;
        }
        ModelSignature reviewed;
        try
        {
            reviewed = SignatureJson.Read(File.ReadAllText(model.Signature));
        }
        catch (JsonFormatException e)
        {
            throw new BuildException(model.Signature, e.Line, e.Column, Ids.SignatureUnreadable,
                $"{e.Message.TrimEnd('.')}; correct it, or delete the file and build: it is read off the model again");
        }
        if (reviewed.Fingerprint != actual.Fingerprint)
            throw new BuildException(model.Signature, 1, 1, Ids.SignatureChanged,
                $"'{Path.GetFileName(model.File)}' is no longer what the code is compiled for: {Difference(reviewed, actual)}; "
                + "put the model back, or delete this file, build, and adapt the code");
    }

    static void Write(ForeignModel model, ModelSignature actual, Request request, Output output)
    {
        if (request.Locked)
            throw new BuildException(ItemLocation.Say(model, Ids.LockedBuild,
                $"the build is locked and may not write the signature of '{model.Name}': "
                + $"{Path.GetRelativePath(request.Directory, model.Signature)}: missing → read off the model; {LockedBuild.WhatToDo}"));
        AtomicFile.WriteIfChanged(model.Signature, SignatureJson.Write(actual), request.Temporary);
        output.Report(new(model.Signature, 1, 1, Ids.SignatureWritten,
            $"the signature of '{model.Name}' was read off the model ({Counted.Format(actual.Inputs.Count, "input")}, {Counted.Format(actual.Outputs.Count, "output")}), "
            + "and builds will not change it; review what its properties are called, and commit it",
            IsWarning: true));
    }

    static string Difference(ModelSignature reviewed, ModelSignature actual)
    {
        var (before, now) = (Shapes(reviewed), Shapes(actual));
        var gone = before.Except(now).Select(shape => $"it has no {shape}");
        var came = now.Except(before).Select(shape => $"it has {shape}");
        var all = gone.Concat(came).ToList();
        return all.Count > 0 ? string.Join(", ", all) : "its inputs or outputs have another order";
    }

    static List<string> Shapes(ModelSignature signature) =>
        [.. signature.Inputs.Select(input => "the input " + input.Shape), .. signature.Outputs.Select(output => "the output " + output.Shape)];
}
