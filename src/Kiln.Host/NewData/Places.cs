using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>Where in a file something is true. Told as warnings, or as errors where the contract says so.</summary>
/// <param name="besideViolations">Whether rows break the contract, so that no lock is written and nothing can be accepted.</param>
sealed class Places(bool asErrors, bool besideViolations = false)
{
    string WhatToDo => besideViolations ? " This may be why rows break the contract: correct the file, or the contract if the data is right"
        : asErrors ? " Correct the file, or accept the data as it is with -t:KilnAcceptData" : " Correct the file if it is wrong, otherwise commit the new lock";

    public Diagnostic At(FieldPlace place, string id, string message) => place.Say(id, message + WhatToDo, !asErrors);

    public Diagnostic AtFile(Partition file, string id, string message) => At(file.Source.FindHeader(0), id, message);

    /// <summary>Of a file that is there no more.</summary>
    public Diagnostic AtLock(string path, string id, string message) => new(path, 1, 1, id,
        message + (besideViolations ? " Restore it if that is wrong" : asErrors ? " Restore it, or accept the data as it is with -t:KilnAcceptData" : " Restore it if that is wrong, otherwise commit the new lock"), !asErrors);

    /// <summary>At the column's name.</summary>
    public Diagnostic AtColumn(Partition file, Column column, string id, string message) =>
        At(file.Source.FindHeader(file.Source.IndexOf(column.Name)), id, message);
}
